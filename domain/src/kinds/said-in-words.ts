import { wordsFor } from '../counted/units.ts'
import { shanghaiDay, shanghaiTime } from '../day.ts'
import type { Words } from '../problem.ts'
import type { Named } from './pointing/pointers.ts'
import { type Field, type FieldType, type Values, w } from './fields.ts'

const same = (text: string): Words => w(text, text)
const joined = (all: readonly Words[]): Words => w(all.map(({ zh }) => zh).join('、'), all.map(({ en }) => en).join(', '))
const valueWords = ({ values = {} }: Field, name: unknown): Words => values[String(name)] ?? same(String(name))
const yes = w('是', 'Yes')
const no = w('否', 'No')
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const clock = (value: unknown) => same(`${shanghaiDay(String(value))} ${shanghaiTime(String(value))}`)

// Ids say nothing to people: they are told by the name, the plate or the number that they stand for, as far as the reader may know it.
const pointed = (_: Field, value: unknown, names: Named) => same(names[String(value)] ?? '')
const someone = w('1 人', 'One person')

const inWords: Readonly<Record<FieldType, (field: Field, value: unknown, names: Named) => Words>> = {
  text: (_, value) => same(String(value)),
  words: (_, value) => same(String(value)),
  choice: valueWords,
  choices: (field, value) => joined(listOf(value).map((one) => valueWords(field, one))),
  'yes-no': (_, value) => (value === true ? yes : no),
  day: (_, value) => same(String(value)),
  moment: (_, value) => clock(value),
  hours: (_, value) => {
    const parts = listOf(value) as readonly { days: readonly number[]; from: string; until: string }[]
    const name = (days: readonly number[], names: string) => [...days].sort().map((day) => names.split(' ')[day - 1])
    return joined(
      parts.map(({ days, from, until }) =>
        w(
          `周${name(days, '一 二 三 四 五 六 日').join('')} ${from}–${until}`,
          `${name(days, 'Mon Tue Wed Thu Fri Sat Sun').join(' ')} ${from}–${until}`,
        ),
      ),
    )
  },
  count: (_, value) => same(String(value)),
  amount: (field, value) => {
    const { n, unit } = value as { n: number; unit: string }
    const words = valueWords(field, unit)
    const { zh, en } = wordsFor({ one: words.en, ...words }, n)
    return w(`${n} ${zh}`, `${n} ${en}`)
  },
  money: (_, value) => w(`${(Number(value) / 100).toFixed(2)} 元`, `CNY ${(Number(value) / 100).toFixed(2)}`),
  person: (_, value, names) => (names[String(value)] === undefined ? someone : same(names[String(value)] ?? '')),
  dwelling: pointed,
  place: (_, value, names) => same(names[String(value)] ?? String(value)),
  thing: pointed,
  staff: pointed,
  link: pointed,
  phone: (_, value) => same(String(value)),
  file: (_, value) => w(`${listOf(value).length} 张`, `${listOf(value).length}`),
  signature: (_, value) => same((value as { by: string }).by),
  checklist: (_, value) => {
    const answers = Object.values(value as Readonly<Record<string, string>>)
    return same(`${answers.filter((one) => one === 'yes').length}/${answers.filter((one) => one !== 'not-applicable').length}`)
  },
  rows: ({ rows = {} }, value, names) =>
    joined(
      listOf(value).map((row) => {
        const cells = Object.entries(rows).flatMap(([name, field]) => wordsOfValue(field, (row as Values)[name], names) ?? [])
        return w(cells.map(({ zh }) => zh).join(' '), cells.map(({ en }) => en).join(' '))
      }),
    ),
}

/**
 * A value of a field as people read it, in both languages; undefined where nothing was said. What points is told by `names`: empty where
 * the reader may not know it, of a person that there is one.
 */
export const wordsOfValue = (field: Field, value: unknown, names: Named = {}): Words | undefined =>
  value === undefined || value === null ? undefined : inWords[field.type](field, value, names)
