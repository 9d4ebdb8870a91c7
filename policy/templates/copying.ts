import { visit } from 'yaml'
import { editText } from '../engine/library/edit/edit.ts'
import { readSource } from '../engine/library/edit/nodes.ts'
import { orderOf } from '../engine/library/form/schema-nodes.ts'
import { rulesOf } from '../engine/pack/located.ts'
import type { Pack } from '../engine/pack/schema.ts'
import type { Beginning } from './templates.ts'

const longestId = 61

/**
 * The text of a pack as the first version of another one: its own id, names and rules renamed, so that none is used twice; comments
 * and order stay. A text that cannot be read stays as it is.
 */
export function copyOf(body: string, { id, place, from }: Omit<Beginning, 'subject'>): string {
  const source = readSource(body)
  if (!source) return body
  const old = source.raw as Pack
  const rules = new Map(
    rulesOf(old).map(({ rule }, nth) => {
      const name = String(rule.id)
      const named = name.startsWith(`${old.id}-`) ? `${id}${name.slice(old.id.length)}` : `${id}-${name}`
      return [name, name.includes('/') || named.length <= longestId ? named : `${id}-${nth + 1}`] as const
    }),
  )
  const renamed = (name: unknown): string | undefined => {
    if (typeof name !== 'string') return undefined
    return name.startsWith(`${old.id}/`) ? `${id}/${name.slice(old.id.length + 1)}` : rules.get(name)
  }
  const places: { from: number; to: number; by: string }[] = []
  visit(source.document, {
    Scalar(_, { value, range }) {
      const by = renamed(value)
      if (by !== undefined && range) places.push({ from: range[0], to: range[1], by })
    },
  })
  const text = places
    .sort((a, b) => b.from - a.from)
    .reduce((now, each) => now.slice(0, each.from) + each.by + now.slice(each.to), body)
  const steps = [
    ['id', id],
    ['version', 1],
    ['place', place],
    ['from', from],
    ['until', undefined],
    ['carries', undefined],
  ] as const
  return steps.reduce((now, [key, value]) => {
    const done = editText(now, [key], value, orderOf)
    return 'text' in done ? done.text : now
  }, text)
}
