// Checks of our own: sizes, names, where SQL and clocks may be.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Check } from './say.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const listFiles = () =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((path) => path !== '')
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

const isSource = (path: string) =>
  /\.(ts|tsx|mjs|cjs)$/.test(path) && !/\.(test|fixture|given)\.tsx?$|\.gen\.ts$|\.d\.ts$|\/test\/|^tools\/places\//.test(path)
const isStyle = (path: string) => path.endsWith('.css')
const isTest = (path: string) => /\.test\.tsx?$/.test(path)

// A file that another engineer removes just now is no fault of the check.
function read<T>(paths: readonly string[], judge: (path: string, text: string) => T[]): T[] {
  return paths.flatMap((path) => {
    try {
      return judge(path, textOf(path))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
  })
}

const linesIn = (text: string) => text.split('\n').length - 1

// Lists of words and of verbs are read by looking up, not from top to bottom.
const isList = (path: string) => /\.(words|zh|en|api|problems)\.ts$|\/access\/subjects\/\w+\.ts$|\/vocabulary\.ts$/.test(path)

/** No file over 400 lines, styles and tests too, no folder over 12 source files; what is over 200 lines is named. */
export const sizes: Check = {
  name: 'sizes',
  async run() {
    const files = listFiles()
    const sources = files.filter(isSource)
    const lengths = read([...sources, ...files.filter(isTest), ...files.filter(isStyle)], (path, text) => [
      { path, lines: linesIn(text) },
    ])
    const long = lengths.filter(({ lines }) => lines > 400).map(({ path, lines }) => `${path}: ${lines} lines, at most 400`)
    const wished = lengths.filter(({ path, lines }) => lines > 200 && lines <= 400 && !isTest(path) && !isList(path))
    const folders = Map.groupBy(sources, (path) => dirname(path))
    const full = [...folders].flatMap(([folder, inside]) =>
      inside.length > 12 ? [`${folder}: ${inside.length} source files, at most 12`] : [],
    )
    return {
      faults: [...long, ...full],
      seen: `${sources.length} files, ${folders.size} folders, ${wished.length} over 200 lines`,
      notes: wished.map(({ path, lines }) => `${path}: ${lines} lines, better 200`),
    }
  },
}

const forbiddenWords = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared', 'core', 'base', 'manager']
const kinds = [
  'rules',
  'problems',
  'api',
  'routes',
  'queries',
  'jobs',
  'test',
  'words',
  'given',
  'fixture',
  'report',
  'records',
  'setup',
  'gen',
  'kind',
  'config',
  'pages',
  'rows',
  'zh',
  'en',
]

/** Names that say nothing, and file names outside the habit. */
export const names: Check = {
  name: 'names',
  async run() {
    const files = listFiles().filter((path) => /\.(ts|tsx)$/.test(path))
    const words = files.filter((path) => path.split('/').some((part) => forbiddenWords.includes(part.split('.')[0] ?? '')))
    const shape = files.filter((path) => {
      const [stem = '', ...rest] = basename(path).split('.')
      const good = path.endsWith('.tsx') ? /^([A-Z]\w*|use-?\w[\w-]*|[a-z][a-z0-9-]*)$/ : /^(use[A-Z]\w*|[a-z][a-z0-9-]*)$/
      return !good.test(stem) || rest.slice(0, -1).some((kind) => !kinds.includes(kind))
    })
    return {
      faults: [...words.map((path) => `${path}: says nothing`), ...shape.map((path) => `${path}: not subject.kind.ts`)],
      seen: `${files.length} names`,
    }
  },
}

const sql = /\bsql\s*(<[^`]*>)?`|\bsql\.(raw|table|ref)\(|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/
const sqlAllowed =
  /[./](queries|report|test|given|fixture)\.ts$|^server\/(src\/platform|test|migrations)\/|^server\/src\/(demo|start)\/|^(tools|bench)\//
const impure = /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bperformance\.now\b/

// A door, or a part of a community, put together by hand instead of by `doorPlate`, `doorText`, `shortDoor` or `partText`.
const byHand =
  /\$\{[^}]*\.(room|house)\b[^}]*\}|\$\{[^}]*\b(estateOf\(|estate\b(\.name)?)[^}]*\}\s+\$\{|\{[^{}]*\bestateOf\([^{}]*\}\s+\{|\[[^\]]*\bestateOf\([^\]]*\][^\n]*\.join\(/
const facesOnly = /^(console|field|ui)\/src\//

/** SQL only in queries, reports, migrations and the platform; no clock and no chance in policy and domain; one way to open a database, one to name a door. */
export const places: Check = {
  name: 'where things are',
  async run() {
    const sources = listFiles().filter(isSource)
    const faults = read(sources, (path, text) => {
      const code = text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')
      return [
        ...(path.startsWith('server/') && !sqlAllowed.test(path) && sql.test(code) ? [`${path}: SQL outside *.queries.ts`] : []),
        ...(/^(policy|domain)\//.test(path) && impure.test(code) ? [`${path}: a clock or chance in a pure package`] : []),
        ...(path.startsWith('server/src/') &&
        !/platform|start|cli|sign-in/.test(path) &&
        /\bnew (pg\.)?(Pool|Client)\(/.test(code)
          ? [`${path}: opens a database of its own`]
          : []),
        ...(facesOnly.test(path) && byHand.test(code) ? [`${path}: a door named by hand, not by door-plate.ts`] : []),
        ...(/@ts-(ignore|nocheck|expect-error)|oxlint-disable|biome-ignore/.test(text) && path !== 'tools/check/files.ts'
          ? [`${path}: a check is switched off`]
          : []),
      ]
    })
    return { faults, seen: `${sources.length} files` }
  },
}
