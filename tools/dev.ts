// npm run dev: the server, restarted when its sources change, and both page servers of Vite with reloading.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const children: ChildProcess[] = []

function run(name: string, args: string[], directory = root): void {
  const child = spawn(process.execPath, args, { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => console.log(`${name.padEnd(8)}| ${line}`))
  }
  child.on('exit', () => stop('SIGTERM'))
  children.push(child)
}

let stopping = false
function stop(signal: NodeJS.Signals): void {
  if (stopping) return
  stopping = true
  for (const child of children) child.kill(signal)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal))
run('server', ['--watch', '--watch-preserve-output', 'server/src/main.ts', ...process.argv.slice(2)])
for (const app of ['console', 'field']) {
  if (existsSync(join(root, app, 'vite.config.ts'))) run(app, [join(root, 'node_modules/vite/bin/vite.js')], join(root, app))
}
