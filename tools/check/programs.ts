// Checks that other programs do: types, lint, format, imports, dead code.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Check, Finding } from './say.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const require = createRequire(import.meta.url)

/** Runs a program of the house's packages by its name there; gives its exit code and all that it said. */
export function runProgram(pack: string, program: string, args: readonly string[]): Promise<{ code: number; out: string }> {
  const manifest = join(root, 'node_modules', pack, 'package.json')
  const { bin } = require(manifest) as { bin: string | Record<string, string> }
  const script = join(dirname(manifest), typeof bin === 'string' ? bin : (bin[program] ?? ''))
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], { cwd: root })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => void (out += bytes.toString()))
    child.once('error', reject).once('close', (code) => resolve({ code: code ?? 1, out }))
  })
}

const linesOf = (out: string) => out.split('\n').filter((line) => line.trim() !== '')
const verdict = ({ code, out }: { code: number; out: string }, seen: string): Finding => ({
  faults: code === 0 ? [] : linesOf(out),
  seen,
})

const projects = [
  'policy',
  'policy/tsconfig.test.json',
  'domain',
  'domain/tsconfig.test.json',
  'server',
  'ui',
  'console',
  'field',
]

// What the compiler knew the last time is kept, so that a second look costs a fifth.
const knownOf = (project: string) => `.cache/types/${project.replaceAll('/', '-')}.tsbuildinfo`

/** Types of every package, under the libraries that each may know. */
export const typeChecks: readonly Check[] = projects
  .filter((project) => existsSync(join(root, project)))
  .map((project) => ({
    name: `types ${project.replace('/tsconfig.test.json', ' tests')}`,
    run: async () =>
      verdict(
        await runProgram('typescript7', 'tsc', ['-p', project, '--incremental', '--tsBuildInfoFile', knownOf(project)]),
        '',
      ),
  }))

export const lint: Check = {
  name: 'lint',
  async run() {
    const { out } = await runProgram('oxlint', 'oxlint', ['--type-aware', '-f', 'json'])
    const start = out.indexOf('{')
    const { diagnostics, number_of_files: files = 0 } = JSON.parse(out.slice(start)) as {
      diagnostics: { message: string; code?: string; filename: string; labels: { span: { line: number } }[] }[]
      number_of_files?: number
    }
    const faults = diagnostics.map(
      ({ filename, labels, code, message }) => `${filename}:${labels[0]?.span.line ?? 1} ${code ?? ''} ${message}`,
    )
    return { faults: files === 0 ? ['it saw no file', ...faults] : faults, seen: `${files} files` }
  },
}

export const format: Check = {
  name: 'format',
  run: async () => {
    const { code, out } = await runProgram('@biomejs/biome', 'biome', ['format', '--max-diagnostics=50', '--colors=off', '.'])
    const named = linesOf(out).filter((line) => / format ━/.test(line))
    return { faults: code === 0 ? [] : named.length > 0 ? named : linesOf(out), seen: '' }
  },
}

interface Cruised {
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] }
}

export const imports: Check = {
  name: 'imports',
  async run() {
    const folders = ['policy', 'domain/src', 'ui/src', 'server/src', 'console/src', 'field/src'].filter((folder) =>
      existsSync(join(root, folder)),
    )
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders]
    const { out } = await runProgram('dependency-cruiser', 'depcruise', args)
    const { totalCruised, violations } = (JSON.parse(out) as Cruised).summary
    const faults = violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
    // With a TypeScript that it cannot read it sees nothing and would be content.
    return { faults: totalCruised < 100 ? [`it saw only ${totalCruised} modules`] : faults, seen: `${totalCruised} modules` }
  },
}

export const deadCode: Check = {
  name: 'dead code',
  run: async () => verdict(await runProgram('knip', 'knip', ['--no-progress', '--no-config-hints']), ''),
}

/** The row types are those of the migrations. */
export const tables: Check = {
  name: 'tables.gen.ts',
  async run() {
    const { tmpdir } = await import('node:os')
    const { mkdtemp, readFile, rm } = await import('node:fs/promises')
    const directory = await mkdtemp(join(tmpdir(), 'wangdi-check-'))
    const file = join(directory, 'tables.ts')
    try {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'tools/tables.ts'), file], {
        stdio: 'ignore',
      })
      const code = await new Promise<number>((resolve) => child.once('close', (end) => resolve(end ?? 1)))
      if (code !== 0) return { faults: ['the migrations do not run'], seen: '' }
      const [made, kept] = await Promise.all([
        readFile(file, 'utf8'),
        readFile(join(root, 'server/src/platform/tables.gen.ts'), 'utf8'),
      ])
      return { faults: made === kept ? [] : ['it is not what the migrations make: npm run tables'], seen: '' }
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  },
}
