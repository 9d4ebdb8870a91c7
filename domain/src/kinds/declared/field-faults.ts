import type { Fields, When } from '../fields.ts'
import { photoLimits } from '../file/photo-limits.ts'
import { most } from '../shapes.ts'

/** How many fields a kind may have, and how deep a condition may go. */
export const limits = { fields: 30, columns: 8, filters: 4, depth: 3 } as const

const joints = ['all', 'any', 'not']

/** The fields that a condition looks at, each once. */
export function fieldsIn(when: When | boolean | undefined): string[] {
  if (typeof when !== 'object') return []
  const named = Object.entries(when).flatMap(([name, wanted]) => {
    if (!joints.includes(name)) return [name]
    return (Array.isArray(wanted) ? (wanted as readonly When[]) : [wanted as When]).flatMap(fieldsIn)
  })
  return [...new Set(named)]
}

/** How many conditions lie in one another; a plain one is 1 deep. */
export function depthOf(when: When | boolean | undefined): number {
  if (typeof when !== 'object') return 0
  const inner = Object.entries(when).flatMap(([name, wanted]) =>
    joints.includes(name) ? (Array.isArray(wanted) ? (wanted as readonly When[]) : [wanted as When]).map(depthOf) : [],
  )
  return 1 + Math.max(0, ...inner)
}

function faultsOfWhen(where: string, when: When | boolean | undefined, above: Fields, gone: number): string[] {
  const faults = fieldsIn(when).flatMap((name) => {
    const seen = above[name]
    if (seen === undefined) return [`${where}: ${name} does not stand above`]
    return (seen.gone ?? Infinity) < gone ? [`${where}: ${name} is gone before it`] : []
  })
  const strange = Object.entries(typeof when === 'object' ? when : {}).flatMap(([name, wanted]) => {
    const values = above[name]?.values
    if (values === undefined || above[name]?.type === 'amount') return []
    const asked = typeof wanted === 'string' ? [wanted] : Array.isArray(wanted) ? (wanted as readonly unknown[]) : []
    return asked
      .filter((value) => !Object.hasOwn(values, String(value)))
      .map((value) => `${where}: ${name} is never ${String(value)}`)
  })
  return depthOf(when) > limits.depth ? [...faults, ...strange, `${where}: deeper than ${limits.depth}`] : [...faults, ...strange]
}

function faultsOfFiles(name: string, { type, to, most: photos = 0 }: Fields[string], inRows: boolean): string[] {
  if (type !== 'file' && type !== 'signature') return []
  return [
    ...(inRows ? [`${name}: photos and signatures lie in the record itself`] : []),
    ...(to === 'named' ? [`${name}: a photo has no reader of its own`] : []),
    ...(photos > photoLimits.each ? [`${name}: more than ${photoLimits.each} photos`] : []),
  ]
}

/** What is wrong with the fields of a kind as declared, for whoever writes it; nothing when they can be asked and kept. */
export function faultsOfFields(fields: Fields, inRows = false): string[] {
  const names = Object.keys(fields)
  const above: Record<string, Fields[string]> = {}
  const faults = names.flatMap((name) => {
    const field = fields[name] as Fields[string]
    const own = [
      ...(/^[a-z][a-z0-9_]{0,29}$/.test(name) && !joints.includes(name) ? [] : [`${name}: not a name of a field`]),
      ...(field.words.zh === '' || field.words.en === '' ? [`${name}: needs words in both languages`] : []),
      ...(['choice', 'choices', 'amount', 'checklist'].includes(field.type) && Object.keys(field.values ?? {}).length === 0
        ? [`${name}: needs values`]
        : []),
      ...(Object.keys(field.values ?? {}).length > most.values ? [`${name}: more than ${most.values} values`] : []),
      ...((field.type === 'thing' || field.type === 'link') && field.of === undefined ? [`${name}: points at no kind`] : []),
      ...(field.type === 'rows' && inRows ? [`${name}: rows lie one level deep`] : []),
      ...(field.gone !== undefined && field.gone <= (field.since ?? 1) ? [`${name}: gone before it came`] : []),
      ...faultsOfWhen(name, field.when, above, field.gone ?? Infinity),
      ...faultsOfWhen(name, field.must, above, field.gone ?? Infinity),
      ...faultsOfFiles(name, field, inRows),
      ...(field.rows ? faultsOfFields(field.rows, true).map((fault) => `${name}.${fault}`) : []),
    ]
    above[name] = field
    return own
  })
  const many = (what: 'list' | 'filter', limit: number) =>
    names.filter((name) => fields[name]?.[what]).length > limit ? [`more than ${limit} fields are ${what}`] : []
  return [
    ...faults,
    ...(names.length > limits.fields ? [`more than ${limits.fields} fields`] : []),
    ...many('list', limits.columns),
    ...many('filter', limits.filters),
  ]
}
