// Completes package-lock.json after `npm install`: where a registry does not hold the builds of a package for other systems, npm
// leaves them out of the lock, and `npm ci` then refuses the lock as incomplete, on every system. Their names and versions
// are known from the package that wants them; each is written in as optional for its system, so that only that system asks for it.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = Object.entries(lock.packages).flatMap(([path, wanting]) =>
  Object.entries(wanting.optionalDependencies ?? {})
    .filter(([name, version]) => /^\d/.test(version) && !isLocked(path, name))
    .map(([name, version]) => [`node_modules/${name}`, entry(name, version, wanting)]),
)
lock.packages = Object.fromEntries([...Object.entries(lock.packages), ...missing].sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${missing.length} packages for other systems written into package-lock.json`)

/** Whether a package is in the lock where Node would find it from a path: inside it, or beside any folder above. */
function isLocked(path, name) {
  const folders = path.split('/node_modules/')
  const above = folders.map((_, depth) => folders.slice(0, depth + 1).join('/node_modules/'))
  return ['', ...above.map((folder) => `${folder}/`)].some((folder) => lock.packages[`${folder}node_modules/${name}`])
}

function entry(name, version, wanting) {
  const words = name.split(/[/-]/)
  const system = systems.find((word) => words.includes(word) || (word === 'win32' && words.includes('windows')))
  const processor = processors.find((word) => words.includes(word))
  return {
    version,
    ...(processor && { cpu: [processor] }),
    ...(wanting.dev && { dev: true }),
    optional: true,
    ...(system && { os: [system] }),
  }
}
