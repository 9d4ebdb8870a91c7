// `wangdi user add`: the first accounts of an installation, made by whoever may read its keys.
import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { refuse } from '@wangdi/domain/problem.ts'
import { levelByLength } from '@wangdi/domain/place-code.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import { dutyPhonePattern } from '@wangdi/domain/staff/accounts/account.api.ts'
import { whyNotPlace } from '@wangdi/domain/staff/accounts/account.rules.ts'
import { oneTimePassword, whyNotPassword } from '@wangdi/domain/staff/password.rules.ts'
import { tidyText } from '@wangdi/domain/text/tidy-text.ts'
import { makeClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { openDb } from '../platform/db.ts'
import { makeLog } from '../platform/log.ts'
import { fieldCipher } from '../platform/secrets/fields.ts'
import { openKeys } from '../platform/secrets/keys.ts'
import { makeSignIn, type NewAccount, saveAccount, sealDutyPhone } from '../staff/index.ts'
import { openDatabases } from '../start/databases.ts'
import { makeTasks } from '../start/tasks.ts'
import { readOptions, type Verb, WrongUsage } from './verb.ts'

const option = { type: 'string' } as const
const options = {
  login: option,
  name: option,
  role: option,
  place: option,
  phone: option,
  'password-stdin': { type: 'boolean' },
} as const

function readAccount(args: readonly string[]): Omit<NewAccount, 'password' | 'phone'> & { phone: string | null; typed: boolean } {
  const [verb, ...rest] = args
  if (verb !== 'add') throw new WrongUsage('user add')
  const { values } = readOptions(rest, options, ['login', 'name', 'role', 'place'])
  const { login = '', role = '', place = '', phone = null } = values
  const name = tidyText(values.name ?? '', 'line')
  if (!/^[a-z0-9][a-z0-9._-]{2,63}$/i.test(login)) throw new WrongUsage('--login: 3 to 64 letters, digits, . _ -')
  if (name === '' || name.length > 40) throw new WrongUsage('--name: 1 to 40 characters')
  if (phone !== null && !new RegExp(dutyPhonePattern).test(phone)) throw new WrongUsage('--phone: digits, blanks, + ( ) -')
  if (!Object.hasOwn(roles, role)) throw new WrongUsage(`--role: one of ${Object.keys(roles).join(' ')}`)
  if (!/^\d*$/.test(place) || !Object.hasOwn(levelByLength, place.length)) throw new WrongUsage('--place: a national code')
  return { login, name, role: role as Role, place, phone, typed: values['password-stdin'] === true }
}

async function add({ typed, phone, ...account }: ReturnType<typeof readAccount>): Promise<{ id: string; password: string }> {
  const password = typed ? (await text(process.stdin)).trim() : oneTimePassword(randomBytes(12))
  refuse(whyNotPlace(account.role, account.place))
  refuse(whyNotPassword(password, account.login))
  const config = readConfig(process.env)
  const log = makeLog(process.env['WANGDI_LOG'] ?? 'warn')
  const open = makeTasks()
  try {
    const keys = openKeys(config.data)
    const { ownerUrl, appUrl, authUrl, stop } = await openDatabases(config, keys, log, { join: true })
    open.later(stop)
    const owner = openDb(ownerUrl, log, 1)
    open.later(() => owner.destroy())
    const db = openDb(appUrl, log, 1)
    open.later(() => db.destroy())
    const signIn = makeSignIn({ authUrl, db, keys, clock: makeClock(false), log, secure: false, demo: false })
    open.later(() => signIn.close())
    const sealed = sealDutyPhone(fieldCipher(keys), phone)
    return { id: await saveAccount(owner, signIn.logins, { ...account, phone: sealed, password, mustChange: true }), password }
  } finally {
    await open.run()
  }
}

/** Makes an account; its one-time password is said once and must be changed at the first sign-in. */
export const userVerb: Verb = {
  usage: 'user add --login NAME --name NAME --role ROLE --place CODE [--phone NUMBER] [--password-stdin] [--json]',
  words: { zh: '开一个账号', en: 'Make an account' },
  async run(args) {
    const account = readAccount(args)
    const { id, password } = await add(account)
    const { login, name, role, place, typed } = account
    const said = typed ? '' : `  一次性密码 one-time password: ${password}`
    return {
      value: { id, login: login.toLowerCase(), role, place, ...(typed ? {} : { password }) },
      lines: [`${roles[role].zh} ${name}  ${login.toLowerCase()}${said}`],
    }
  },
}
