import type { Words } from '../../problem.ts'
import type { Kind } from '../declared/kind-faults.ts'
import { type Field, type FieldType, type Fields, w } from '../fields.ts'
import { pointing } from '../pointing/pointers.ts'
import { isOfPeople } from './cells.ts'

/** A column of a list as it leaves the house: a field of the kind, or one that all kinds of the mechanism have. */
export interface PaperColumn {
  /** The name of the field, or `row.` and what it is of the row. */
  readonly name: string
  readonly words: Words
  readonly field?: Field
  /** May name somebody, or tell how to reach them: few rows with it leave the house. */
  readonly names?: true
}

// Of photos paper says how many there are, of a signature whose it is; what points leaves by its name.
const onPaper: readonly FieldType[] = [
  ...(['text', 'words', 'choice', 'choices', 'yes-no', 'day', 'moment', 'hours'] as const),
  ...(['count', 'amount', 'money', 'phone', 'checklist', 'rows', 'file', 'signature'] as const),
  ...pointing,
]

/** The fields of a kind that may leave the house: nothing of health, nothing of one reader alone, nothing that the house sets. */
export const fieldsOnPaper = (fields: Fields): [string, Field][] =>
  Object.entries(fields).filter(
    ([, { to, from, type }]) => to !== 'health' && to !== 'named' && from !== 'house' && onPaper.includes(type),
  )

const namesSomebody = ({ type, rows = {} }: Field): boolean =>
  type === 'person' || type === 'dwelling' || Object.values(rows).some(namesSomebody)

const mayName = (kind: Pick<Kind, 'handling'>, field: Field): boolean =>
  namesSomebody(field) || (isOfPeople(kind) && ['phone', 'words', 'text', 'link', 'signature'].includes(field.type))

function columnsOfFields(kind: Kind): PaperColumn[] {
  return fieldsOnPaper(kind.fields).map(([name, field]) => ({
    ...{ name, words: field.words, field },
    ...(mayName(kind, field) && { names: true as const }),
  }))
}

const column = (name: string, zh: string, en: string): PaperColumn => ({ name: `row.${name}`, words: w(zh, en) })
const place = column('place', '社区', 'Community')

/** The columns that a list of a kind may have on paper, in their order; none of a kind that is health data, or that has no list. */
export function paperColumnsOf(kind: Kind): readonly PaperColumn[] {
  if (kind.health) return []
  const fields = columnsOfFields(kind)
  switch (kind.mechanism) {
    case 'request':
      return [
        ...[column('number', '编号', 'Number'), column('at', '登记时间', 'Taken down'), place],
        ...(kind.about === 'place' ? [] : [column('door', '门牌', 'Door')]),
        ...fields,
        ...[column('urgency', '多急', 'How soon'), column('due', '到点', 'Due'), column('state', '到哪步', 'Stands at')],
        ...[column('holder', '在谁手上', 'With')],
        ...(kind.results ? [column('result', '结果', 'Result')] : []),
      ]
    case 'register':
      return [
        ...[...fields, place, column('state', '状态', 'State')],
        ...(kind.states ? [column('basis', '依据', 'Basis')] : []),
        ...(kind.reviewDays === undefined && !kind.visits ? [] : [column('review', '下次看', 'Next look')]),
      ]
    case 'round':
      return [
        ...[column('title', '哪一处', 'Which'), place, column('state', '做了没有', 'Stands at'), column('last', '上次', 'Last')],
        ...fields,
      ]
    case 'document':
      return [
        ...[column('number', '文号', 'Number'), ...fields, place, column('state', '状态', 'State')],
        ...[column('from', '哪天起', 'From'), column('received', '签收几次', 'Times received')],
        ...(kind.until === undefined ? [] : [column('until', '到哪天', 'Until')]),
        ...(kind.reviewDays === undefined ? [] : [column('review', '下次看', 'Next look')]),
      ]
  }
}

/** The columns that are taken unless others are chosen: all that name nobody. */
export const usualColumnsOf = (kind: Kind): string[] =>
  paperColumnsOf(kind)
    .filter(({ names }) => !names)
    .map(({ name }) => name)
