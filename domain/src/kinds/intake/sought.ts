import type { Words } from '../../problem.ts'
import type { Id } from '../../schema.ts'
import { halfWidth } from '../../text/half-width.ts'
import { w } from '../fields.ts'

/** Something that a cell may name: how it is called, and how it is told apart from others that are called so. */
export interface Sought {
  readonly id: Id
  readonly name: string
  readonly words: string
}

const plain = (text: string) =>
  halfWidth(text)
    .replace(/[\s()（）]+/g, '')
    .toLowerCase()
const shown = 5

/** The one that a cell names, or why there is none: nothing is called so, or several are and the cell does not say which. */
export function theOneNamed(all: readonly Sought[], text: string): { readonly value: Id } | { readonly why: Words } {
  const wanted = plain(text)
  const whole = all.filter(({ words }) => plain(words) === wanted)
  const found = whole.length > 0 ? whole : all.filter(({ name }) => plain(name) === wanted)
  const [one, another] = found
  if (!one) return { why: w(`没有“${text.slice(0, 20)}”，或者不归这里`, `there is no "${text.slice(0, 20)}" here`) }
  if (!another) return { value: one.id }
  const which = found.slice(0, shown).map(({ words }) => words)
  return {
    why: w(
      `有 ${found.length} 个“${text.slice(0, 20)}”，写明是哪一个：${which.join('、')}`,
      `${found.length} are called "${text.slice(0, 20)}"; write which one: ${which.join(', ')}`,
    ),
  }
}
