// Brings the npm packages and the pinned Node into the checkout. Plain JavaScript for any Node from 20: nothing is installed yet.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** The pinned Node once installed, else the one that runs this. */
export function nodeProgram() {
  const pinned = join(root, 'node_modules/node/bin/node')
  return existsSync(pinned) ? pinned : process.execPath
}

/** Runs `npm ci` when the installed packages are not those of the lock file (`npm install` when there is none). */
export async function ensureInstalled() {
  const reason = whyInstall()
  if (reason) {
    say(`正在安装所需的 npm 包（约一分钟） · installing npm packages: ${reason}`)
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
    // A lock written against a registry without the builds for other systems is refused by `npm ci`; `npm install` takes it.
    const exact = existsSync(join(root, 'package-lock.json')) && (await npm(['ci', '--no-audit', '--no-fund', '--silent'])) === 0
    if (!exact) {
      say('npm ci 不可用，改用 npm install · npm ci was not possible, npm install follows')
      const code = await npm(['install', '--no-save', ...quiet])
      if (code !== 0) fail(`npm install 没有成功（退出码 ${code}），见上面的输出 · npm install failed, see its output above`)
    }
  }
  // With install scripts switched off the pinned Node is not unpacked by npm.
  if (!existsSync(join(root, 'node_modules/node/bin/node'))) await npm(['rebuild', 'node', '--ignore-scripts=false'])
  if (nodeProgram() === process.execPath && Number(process.versions.node.split('.')[0]) < 24) {
    fail('需要 Node 24，但没有装上 · Node 24 is needed and was not installed: try `npm rebuild node --ignore-scripts=false`')
  }
}

function whyInstall() {
  const wanted = packagesIn('package-lock.json')
  const installed = packagesIn('node_modules/.package-lock.json')
  if (!installed) return 'node_modules 尚不存在 · node_modules is missing or half made'
  for (const [path, { version, optional, devOptional, link }] of Object.entries(wanted ?? {})) {
    if (path === '' || link || !path.includes('node_modules/')) continue
    const found = installed[path]?.version
    if (found === version || (!found && (optional || devOptional))) continue
    return `${path.replace('node_modules/', '')} ${found ?? '–'} → ${version}`
  }
  return undefined
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

function npm(args) {
  // Within `npm start` npm names its own script; by itself this file finds npm on the path.
  const script = process.env.npm_execpath ?? ''
  return script.endsWith('npm-cli.js') ? run(process.execPath, [script, ...args]) : run('npm', args)
}

/** Runs a program in the root of the checkout with its output shown, and returns its exit code (1 when it ended by a signal). */
export function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Prints one line about what is happening. */
export function say(line) {
  console.log(`· ${line}`)
}

/** Prints why nothing more can be done, and ends. */
export function fail(line) {
  console.error(`✗ ${line}`)
  process.exit(1)
}
