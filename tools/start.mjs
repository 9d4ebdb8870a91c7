// npm start: installs what is missing, builds what is older than its sources, and runs the server until it is stopped.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, fail, nodeProgram, root, run } from './install.mjs'

await ensureInstalled()
if ((await run(nodeProgram(), ['tools/build.ts'])) !== 0)
  fail('页面没有构建成功，见上面的输出 · building the pages failed, see above')

// Young memory of 3 × 8 MB is enough for a server of a county; the default of 3 × 32 only makes a fresh one twice as large.
// What only the start needed is given back once the server listens, which takes a word of its own.
const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', '--expose-gc']
const child = spawn(nodeProgram(), [...flags, 'server/src/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  // What Node made of the sources is kept, so that the next start need not make it again.
  env: { NODE_COMPILE_CACHE: join(root, '.cache/compiled'), ...process.env },
  // A process group of its own: Ctrl-C in the terminal reaches the server once, through us, however often it is pressed.
  detached: process.platform !== 'win32',
})
let stopping = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (stopping) console.log('· 正在保存并停止，请稍候 · still stopping, please wait')
    else child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    stopping = true
  })
}
child.on('exit', (code, signal) => process.exit(code ?? (signal && stopping ? 0 : 1)))
