import type { Words } from '../../problem.ts'
import type { Kind } from '../declared/kind-faults.ts'
import { type Field, type Fields, type FieldType, isAsked, type List, w } from '../fields.ts'
import { whenInWords } from './when-in-words.ts'

/** How an answer is given on paper: boxes to tick, a line or several to write on, or a table. */
export type Answer =
  | { readonly by: 'ticks'; readonly of: readonly Words[]; readonly several: boolean }
  | { readonly by: 'lines'; readonly count: number; readonly after?: Words }
  | { readonly by: 'amount'; readonly units: readonly Words[] }
  | { readonly by: 'day'; readonly clock: boolean }
  | { readonly by: 'table'; readonly heads: readonly Words[]; readonly rows: readonly (Words | null)[] }

/** One thing asked on paper. */
export interface BlankLine {
  readonly name: string
  readonly words: Words
  /** If … then: when it is to be filled in, where a condition says so. */
  readonly when?: Words
  /** Always needed, or needed when this holds. */
  readonly must?: true | Words
  readonly hint?: Words
  readonly answer: Answer
}

/** A sheet of a kind for paper: what it asks, why, and how long it is kept. */
export interface Blank {
  readonly title: Words
  readonly lines: readonly BlankLine[]
  readonly purpose: Words
  readonly ground: string
  readonly kept: Words
}

const listOf = (values: List = {}): Words[] => Object.values(values)
const lines = (count: number, after?: Words): Answer => ({ by: 'lines', count, ...(after && { after }) })
const yesNo = [w('是', 'Yes'), w('否', 'No')]
const emptyRows = 6

const answers: Readonly<Record<FieldType, (field: Field) => Answer | undefined>> = {
  text: () => lines(1),
  words: () => lines(3),
  choice: ({ values }) => ({ by: 'ticks', of: listOf(values), several: false }),
  choices: ({ values }) => ({ by: 'ticks', of: listOf(values), several: true }),
  'yes-no': () => ({ by: 'ticks', of: yesNo, several: false }),
  day: () => ({ by: 'day', clock: false }),
  moment: () => ({ by: 'day', clock: true }),
  hours: () => ({
    by: 'table',
    heads: [w('星期几', 'Days of the week'), w('几点到几点', 'From and until')],
    rows: [null, null, null],
  }),
  count: () => lines(1),
  amount: ({ values }) => ({ by: 'amount', units: listOf(values) }),
  money: () => ({ by: 'amount', units: [w('元', 'yuan')] }),
  person: () => lines(1),
  dwelling: () => lines(1),
  place: () => lines(1),
  thing: () => lines(1),
  staff: () => lines(1),
  phone: () => lines(1),
  signature: () => lines(1, w('（签字）', '(signature)')),
  checklist: ({ values }) => ({
    by: 'table',
    heads: [w('项目', 'Item'), w('是', 'Yes'), w('否', 'No'), w('不适用', 'Not applicable')],
    rows: listOf(values),
  }),
  rows: ({ rows = {}, most = emptyRows }) => ({
    by: 'table',
    heads: Object.values(rows).map(({ words, values }) =>
      values
        ? w(
            `${words.zh}（${listOf(values)
              .map(({ zh }) => zh)
              .join('、')}）`,
            `${words.en} (${listOf(values)
              .map(({ en }) => en)
              .join(', ')})`,
          )
        : words,
    ),
    rows: Array.from({ length: Math.min(most, emptyRows) }, () => null),
  }),
  file: ({ most = 1 }) => lines(1, w(`（照片，最多 ${most} 张，另附）`, `(photos, ${most} at most, with this sheet)`)),
  // A link is not written by hand.
  link: () => undefined,
}

// What only health staff read, or one writer alone, is asked face to face and is on no sheet that lies about.
const isWritten = ({ to, from }: Field) => from !== 'house' && to !== 'health' && to !== 'named'

/** What fields ask on paper, in their order, each with its condition as "if … then"; a sheet shows them all. */
export function blankLines(fields: Fields, version = Infinity): BlankLine[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const answer = isWritten(field) && isAsked(field, version) ? answers[field.type](field) : undefined
    if (!answer) return []
    const { words, when, must, hint } = field
    return [
      {
        ...{ name, words, answer },
        ...(when && { when: whenInWords(fields, when) }),
        ...(must === true ? { must } : must ? { must: whenInWords(fields, must) } : {}),
        ...(hint && { hint }),
      },
    ]
  })
}

/** The blank sheet of a kind for paper; for somebody without a phone, and where there is no network. */
export function blankOf(kind: Kind): Blank {
  const { keep, purpose, ground } = kind.handling
  return {
    title: kind.words,
    lines: blankLines(kind.fields),
    purpose,
    ground,
    kept:
      'days' in keep
        ? w(`办结后 ${keep.days} 天销毁`, `destroyed ${keep.days} days after its end`)
        : w('应急响应结束后销毁', 'destroyed after the end of the response'),
  }
}
