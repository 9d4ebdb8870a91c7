import type { Words } from '../../problem.ts'
import { type Bounds, type Field, type Fields, type When, w } from '../fields.ts'

const listed = (all: readonly Words[], zh: string, en: string): Words =>
  w(all.map((one) => one.zh).join(zh), all.map((one) => one.en).join(en))

const valueWords = (field: Field, value: unknown): Words => {
  if (value === true) return w('是', 'yes')
  if (value === false) return w('否', 'no')
  return field.values?.[String(value)] ?? w(String(value), String(value))
}

function bounded({ words }: Field, { at_least, at_most, filled }: Bounds): Words {
  const parts = [
    ...(filled === true ? [w('填了', 'is filled in')] : filled === false ? [w('没填', 'is left empty')] : []),
    ...(at_least === undefined ? [] : [w(`不少于 ${at_least}`, `is at least ${at_least}`)]),
    ...(at_most === undefined ? [] : [w(`不多于 ${at_most}`, `is at most ${at_most}`)]),
  ]
  const said = listed(parts, '、', ' and ')
  return w(`“${words.zh}”${said.zh}`, `"${words.en}" ${said.en}`)
}

const isList = (wanted: unknown): wanted is readonly unknown[] => Array.isArray(wanted)

function one(fields: Fields, name: string, wanted: When[string]): Words {
  if (name === 'all')
    return listed(
      (wanted as readonly When[]).map((inner) => grouped(fields, inner)),
      '，而且',
      ' and ',
    )
  if (name === 'any')
    return listed(
      (wanted as readonly When[]).map((inner) => grouped(fields, inner)),
      '，或者',
      ' or ',
    )
  if (name === 'not') {
    const inner = grouped(fields, wanted as When)
    return w(`不是（${inner.zh}）`, `not (${inner.en})`)
  }
  const field = fields[name]
  if (!field) return w(name, name)
  if (typeof wanted === 'object' && !isList(wanted)) return bounded(field, wanted as Bounds)
  const values = listed(
    (isList(wanted) ? wanted : [wanted]).map((value) => valueWords(field, value)),
    '、',
    ' or ',
  )
  return w(`“${field.words.zh}”是${values.zh}`, `"${field.words.en}" is ${values.en}`)
}

function grouped(fields: Fields, when: When): Words {
  const parts = Object.entries(when).map(([name, wanted]) => one(fields, name, wanted))
  return listed(parts, '，而且', ' and ')
}

/** A condition as people read it on paper, in the words of the fields that it looks at: “办什么”是买菜、买药. */
export const whenInWords = (fields: Fields, when: When): Words => grouped(fields, when)
