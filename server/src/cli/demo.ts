// `wangdi demo`: two counties with invented people, and somebody of every role who can sign in.
import { roles } from '@wangdi/domain/roles.ts'
import { type DemoMade, makeDemo } from '../demo/make-demo.ts'
import { makeClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { openDb } from '../platform/db.ts'
import { makeLog } from '../platform/log.ts'
import { openKeys } from '../platform/secrets/keys.ts'
import { listDemoLogins, makeSignIn } from '../staff/index.ts'
import { openDatabases } from '../start/databases.ts'
import { loadShippedPlaces } from '../start/first-data.ts'
import { makeTasks } from '../start/tasks.ts'
import { readOptions, say, type Verb, WrongUsage } from './verb.ts'

type DemoLogins = Awaited<ReturnType<typeof listDemoLogins>>

async function make(): Promise<{ made: DemoMade; logins: DemoLogins }> {
  const config = readConfig(process.env)
  if (!config.demo) throw new WrongUsage('no demo in production (NODE_ENV=production or WANGDI_DEMO=no)')
  const log = makeLog(process.env['WANGDI_LOG'] ?? 'warn')
  const open = makeTasks()
  try {
    const keys = openKeys(config.data)
    const { ownerUrl, appUrl, authUrl, stop } = await openDatabases(config, keys, log, { join: true })
    open.later(stop)
    say('读入区划名单 · loading places')
    await loadShippedPlaces(ownerUrl, config, log)
    const owner = openDb(ownerUrl, log, 2)
    open.later(() => owner.destroy())
    const db = openDb(appUrl, log, 2)
    open.later(() => db.destroy())
    const signIn = makeSignIn({ authUrl, db, keys, clock: makeClock(false), log, secure: false, demo: true })
    open.later(() => signIn.close())
    say('生成演示数据，人都是编的 · making invented people')
    const made = await makeDemo({ owner, logins: signIn.logins, keys, log, now: new Date(), inResponse: config.demoInResponse })
    return { made, logins: await listDemoLogins(db, signIn.logins) }
  } finally {
    await open.run()
  }
}

/** Makes the demo, or says what it holds when it is there; refuses where one of its counties has real people. */
export const demoVerb: Verb = {
  usage: 'demo [--json]',
  words: { zh: '生成演示数据', en: 'Make the demo of invented people' },
  async run(args) {
    readOptions(args, {}, [])
    const { made, logins } = await make()
    const { communities, dwellings, people, visits } = made
    return {
      value: { ...made, logins: logins.map(({ login, role, name, place }) => ({ login, role, name, place })) },
      lines: [
        `${made.made ? '演示数据已生成' : '演示数据已经有了'}：${communities} 个村、社区，${dwellings} 户，${people} 人，${visits} 次走访`,
        ...logins.map(
          ({ login, password, role, name, placeName }) => `  ${roles[role].zh}  ${login}  ${password}  ${name}，${placeName}`,
        ),
      ],
    }
  },
}
