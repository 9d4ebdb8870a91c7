// The server: reads the environment, starts everything, says where it listens, and ends cleanly when asked to.
import { roles } from '@wangdi/domain/roles.ts'
import { readConfig } from './platform/config.ts'
import { makeLog } from './platform/log.ts'
import { LaunchFailure } from './platform/postgres/failure.ts'
import { type Running, startServer } from './start/server.ts'

const log = makeLog()
let ending: Promise<void> | undefined
let starting: Promise<Running> | undefined

// A second signal waits for the same end; a start is ended when it is through, so that no half-made database stays behind.
function end(code: number): void {
  ending ??= (async () => {
    const running = await starting?.catch(() => undefined)
    await running?.stop().catch((error: unknown) => fail(error))
    process.exit(process.exitCode ?? code)
  })()
}

function fail(error: unknown): void {
  process.exitCode = 1
  if (error instanceof LaunchFailure) console.error(error.message)
  else {
    const { name, code, stack, port } = error as Error & { code?: string; port?: number }
    if (code === 'EADDRINUSE')
      console.error(
        `端口 ${port} 有别的程序在用：停掉它，或者换一个，如 PORT=${Number(port) + 1} npm start · port ${port} is in use: stop what uses it, or take another, such as PORT=${Number(port) + 1} npm start`,
      )
    log.fatal({ name, code, stack: stack?.split('\n').slice(0, 12) }, 'ended by a fault')
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0))
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error) => {
    fail(error)
    end(1)
  })

try {
  starting = startServer(readConfig(process.env), log)
  const running = await starting
  if (!ending) greet(running)
} catch (error) {
  fail(error)
  end(1)
}

function greet({ addresses, demoLogins }: Running): void {
  console.log(`\n网底 Wangdi  ${addresses.join('  ')}\n`)
  if (demoLogins.length === 0) return
  console.log('演示账号（人都是编的） · logins of the demo (all people are invented)')
  for (const { role, login, password, name, placeName, code } of demoLogins)
    console.log(`  ${roles[role].zh}  ${login}  ${password}  ${name}，${placeName}${code ? `  动态码 code ${code}` : ''}`)
  console.log(
    demoLogins.some(({ code }) => code)
      ? '动态码半分钟一换，登录页上有最新的 · codes change every half minute; the sign-in page shows the newest\n'
      : '',
  )
}
