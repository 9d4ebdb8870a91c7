// Builds the pages that the server delivers: those whose dist is missing or older than a source, or all with --force.
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const apps = ['console', 'field']
const sharedSources = ['ui', 'domain', 'policy', 'package-lock.json']
const notSources = new Set(['node_modules', 'dist', '.cache'])

/** When the newest source below a path was changed, in milliseconds; tests are no sources. */
function newest(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return path.includes('.test.') ? 0 : mtimeMs
  const inside = readdirSync(path).filter((name) => !notSources.has(name))
  return Math.max(0, ...inside.map((name) => newest(join(path, name))))
}

function isStale(app: string): boolean {
  const built = statSync(join(root, app, 'dist/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return [app, ...sharedSources].some((path) => newest(join(root, path)) > built)
}

const force = process.argv.includes('--force')
const named = apps.filter((app) => process.argv.includes(app))
for (const app of named.length > 0 ? named : apps) {
  const configFile = join(root, app, 'vite.config.ts')
  if (!existsSync(configFile)) continue
  if (!force && !isStale(app)) continue
  const begin = new Date()
  console.log(`· 正在构建页面 ${app} · building ${app}`)
  await build({ root: join(root, app), configFile, logLevel: 'warn' })
  // Dated by its beginning, so that a source saved while it was built counts as newer.
  utimesSync(join(root, app, 'dist/index.html'), begin, begin)
  console.log(`· ${app} 用时 ${((Date.now() - begin.getTime()) / 1000).toFixed(1)} 秒 · done`)
}
