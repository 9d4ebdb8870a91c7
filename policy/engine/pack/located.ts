import type { Pack } from './schema.ts'

/** Where a key stands in the text of a file, as a line from 1; keys from the root. */
export type LineOf = (path: readonly (string | number)[]) => number | undefined

interface Dated {
  from?: string
  until?: string
}
export interface Located {
  path: (string | number)[]
  rule: Dated & { id: string; when?: Record<string, unknown>; place?: string[] }
}

const groups = ['measures', 'limits', 'rights', 'terms', 'settings', 'gradings', 'lines'] as const

/** Every rule of a pack, lines of gradings included, with the place where it stands. */
export function rulesOf(pack: Pack): Located[] {
  const own = groups.flatMap((group) => (pack[group] ?? []).map((rule, index): Located => ({ path: [group, index], rule })))
  const grades = (pack.gradings ?? []).flatMap((grading, index) =>
    grading.grades.map((rule, nth): Located => ({ path: ['gradings', index, 'grades', nth], rule })),
  )
  const proposed = (pack.tiers?.axes ?? []).flatMap((axis, index) =>
    (axis.proposed ?? []).map((rule, nth): Located => ({ path: ['tiers', 'axes', index, 'proposed', nth], rule })),
  )
  return [...own, ...grades, ...proposed]
}

const pathsOf = new WeakMap<Pack, ReadonlyMap<string, Located['path']>>()

function pathOfRule(pack: Pack, id: string): Located['path'] | undefined {
  const known = pathsOf.get(pack)
  if (known) return known.get(id)
  const paths = new Map<string, Located['path']>()
  // Of an id that stands twice the first place is meant.
  for (const { path, rule } of rulesOf(pack)) if (!paths.has(String(rule.id))) paths.set(String(rule.id), path)
  pathsOf.set(pack, paths)
  return paths.get(id)
}

/** The line of a rule of a pack by its id; nothing where the text of the pack is not at hand. */
export function lineOfRule({ pack, lineOf }: { pack: Pack; lineOf?: LineOf | undefined }, id: string): { line?: number } {
  const path = lineOf && pathOfRule(pack, id)
  const line = path && lineOf(path)
  return line === undefined ? {} : { line }
}
