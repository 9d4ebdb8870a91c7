import type { Role } from '@wangdi/domain/roles.ts'
import { needsSecondFactor } from '@wangdi/domain/roles.ts'
import type { Db } from '../platform/db.ts'
import type { Logins } from '../platform/logins.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'
import { demoPassword, saveAccount, sealDutyPhone } from '../staff/index.ts'

export const town = '410105001003'
export const villages = ['410122101205', '410122101206', '410122101207', '410122101208', '410122101209', '410122101210'] as const

/** Who can sign in to the demo: login, name, role, place. */
export const demoAccounts = [
  ['zhoumin', '周敏', 'community-director', town],
  ['maxiaoyan', '马晓燕', 'grid-worker', town],
  ['sunli', '孙丽', 'community-worker', town],
  ['liuyang', '刘洋', 'information-reporter', town],
  ['hanzhiyuan', '韩志远', 'community-doctor', town],
  ['wuqian', '吴倩', 'volunteer', town],
  ['chenjianguo', '陈建国', 'street-officer', '410105001'],
  ['minzheng', '李文静', 'county-civil-affairs', '410105'],
  ['jikong', '王海涛', 'county-health', '410105'],
  ['quzhang', '赵明', 'county-leader', '410105'],
  ['shi', '高远', 'city-officer', '4101'],
  ['sheng', '林静', 'province-officer', '41'],
  ['guojia', '何平', 'nation-officer', ''],
  ['anquan', '邓超', 'security-administrator', '410105'],
  ['xitong', '彭博', 'system-administrator', '410105'],
  ['shenji', '沈芳', 'auditor', '410105'],
  ['xingweidong', '邢卫东', 'grid-worker', town],
  ['liujing', '刘静', 'grid-worker', town],
  ['zhaopeng', '赵鹏', 'grid-worker', town],
  ['rongzhuang', '荣建设', 'community-director', villages[0]],
  ['rongxiulan', '荣秀兰', 'grid-worker', villages[0]],
  ['hongdejun', '洪德军', 'grid-worker', villages[1]],
  ['lichunmei', '李春梅', 'grid-worker', villages[2]],
  ['malinhai', '马林海', 'grid-worker', villages[4]],
  ['hansizhen', '郭永强', 'street-officer', '410122101'],
  ['zhongmu', '韩雪', 'county-civil-affairs', '410122'],
  ['zhongmujikong', '田甜', 'county-health', '410122'],
  // One writes and the other publishes.
  ['zhengce', '曹颖', 'policy-editor', ''],
  ['fabu', '袁立', 'policy-editor', ''],
] as const satisfies readonly (readonly [string, string, Role, string])[]

export type DemoLogin = (typeof demoAccounts)[number][0]

// It guards invented people only, and the sign-in page of the demo shows the code that belongs to it.
const secondFactor = 'demo-authenticator-shown-on-page'

/** Makes the accounts that are not there yet; gives the id of each login. */
export async function makeDemoAccounts(owner: Db, logins: Logins, fields: FieldCipher): Promise<Record<DemoLogin, string>> {
  const known = await owner.selectFrom('account').select(['login', 'id']).execute()
  const ids = new Map(known.map(({ login, id }) => [login, id]))
  let phone = 9900
  for (const [login, name, role, place] of demoAccounts) {
    const second = needsSecondFactor(role) ? { secondFactor } : {}
    const sealed = sealDutyPhone(fields, `1990000${phone++}`)
    const account = { login, name, role, place, phone: sealed, password: demoPassword, demo: true, ...second }
    if (!ids.has(login)) ids.set(login, await saveAccount(owner, logins, account))
  }
  return Object.fromEntries(ids) as Record<DemoLogin, string>
}
