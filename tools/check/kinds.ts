// How much a declared function costs: a kind and its block of access stay short, hooks and pages of their own stay few.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Check } from './say.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Lines of a kind without its imports, lines of its block of access, hooks of a kind, and the share of kinds with a page of their own. */
const most = { kind: 40, access: 12, hooks: 1, ownPages: 1 / 4 } as const

/** Kinds that are longer, and why: their lists are those of a law or a notice, whole, and no list of another kind. */
const longer: Readonly<Record<string, { readonly lines: number; readonly why: string }>> = {
  'requests/psych': {
    lines: 65,
    why: 'levels, situations, contacts, services and whom a crisis tells are five lists of the Mental Health Law',
  },
  'requests/mediation': {
    lines: 69,
    why: 'disputes, sides, dossier and what both are told are the lists of the People’s Mediation Law',
  },
  'requests/discrimination': { lines: 47, why: 'where and against whom are asked apart, so that nobody is named' },
  'rounds/waste': { lines: 72, why: 'the classes of waste and both signed parts are those of the rules on medical waste' },
  'requests/business': { lines: 42, why: 'firms and farms need different things: two lists under one kind' },
}

const filesOf = (pattern: RegExp) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'domain/src'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((path) => pattern.test(path))
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')
const nameOf = (path: string) => path.replace('domain/src/', '').replace('/kinds/', '/').replace('.kind.ts', '')

/** The lines of a file that is a kind, without imports and the blank lines around them. */
export const linesOfKind = (text: string): number =>
  text
    .replace(/^import [^;]*? from '[^']+'\n/gm, '')
    .trim()
    .split('\n').length

/** The blocks of access in a file, each with its lines. */
export const blocksOfAccess = (text: string): { name: string; lines: number }[] =>
  [...text.matchAll(/^export const (\w+) = accessOf\([\s\S]*?\n?\)$/gm)].map(([block, name = '']) => ({
    name,
    lines: block.split('\n').length,
  }))

/** A kind is ≤ 40 lines, its access ≤ 12, with one hook at most; pages of their own are at most a quarter. */
export const kinds: Check = {
  name: 'kinds',
  async run() {
    const files = filesOf(/\.kind\.ts$/).map((path) => ({ name: nameOf(path), text: textOf(path) }))
    const long = files.flatMap(({ name, text }) => {
      const lines = linesOfKind(text)
      const limit = longer[name]?.lines ?? most.kind
      return lines > limit ? [`${name}: ${lines} lines, at most ${limit}`] : []
    })
    const idle = Object.keys(longer).filter((name) => {
      const file = files.find((one) => one.name === name)
      return !file || linesOfKind(file.text) <= most.kind
    })
    const hooked = files.filter(({ text }) => [...text.matchAll(/\b(after|rules|computes): /g)].length > most.hooks)
    const own = files.filter(({ text }) => /\bpage: 'own'/.test(text))
    const blocks = filesOf(/\/kinds\/access\.ts$/).flatMap((path) => blocksOfAccess(textOf(path)))
    return {
      faults: [
        ...long,
        ...idle.map((name) => `${name}: is named as longer and is not`),
        ...hooked.map(({ name }) => `${name}: more than ${most.hooks} hook`),
        ...(own.length > files.length * most.ownPages ? [`${own.length} of ${files.length} kinds have pages of their own`] : []),
        ...blocks
          .filter(({ lines }) => lines > most.access)
          .map(({ name, lines }) => `${name}: ${lines} lines, at most ${most.access}`),
        ...(blocks.length < files.length ? [`${files.length} kinds and ${blocks.length} blocks of access`] : []),
      ],
      seen: `${files.length} kinds, ${blocks.length} blocks of access, ${own.length} pages of their own`,
      notes: Object.entries(longer).map(([name, { lines, why }]) => `${name}: ${lines} lines, for ${why}`),
    }
  },
}
