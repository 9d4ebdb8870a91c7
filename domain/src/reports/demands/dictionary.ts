import { type HouseEvidence, evidences } from '@wangdi/policy/vocabulary.ts'
import { modules } from '../../modules.ts'
import { ageGroups, keyGroups } from '../../people/key-group.ts'
import { type RosterField, rosterFields } from '../../people/roster/fields.ts'
import type { Words } from '../../problem.ts'
import { type LineName, reportLines } from '../daily-report.ts'
import type { Handling, RecordKind } from './record-kind.ts'
import { records } from './records.ts'
import type { Sensitivity } from './sensitivity.ts'

/** Something that the house holds. `answers`: asked for, it is answered by a figure from the registers, never by names. */
export interface Item extends Handling {
  readonly group: 'count' | 'key-group' | 'line' | 'field' | 'record'
  readonly answers: boolean
}

type Given = Partial<Omit<Item, 'words'>> & { words: Words }

const from = (record: RecordKind | undefined, given: Given & Pick<Item, 'group' | 'answers'>): Item => {
  if (!record) throw new Error(`no record behind ${given.words.en}`)
  const { ends: _, ...handling } = record
  return { ...handling, ...given }
}

const counts: readonly (readonly [string, Item])[] = [
  ['count.residents', { zh: '居民人数', en: 'residents' }],
  ['count.elders', { zh: `${ageGroups.elder.zh}人数`, en: 'residents of 65 and older' }],
  ['count.children', { zh: `${ageGroups.child.zh}人数`, en: 'residents under 14' }],
  ['count.dwellings', { zh: '户数', en: 'dwellings' }],
  ['count.vacant', { zh: '空置户数', en: 'vacant dwellings' }],
].map(([name, words]) => [
  name as string,
  from(records['person'], { words: words as Words, group: 'count', answers: true, sensitivity: ['figure'] }),
])

const groups = Object.entries(keyGroups).map(
  ([name, { zh, en }]) =>
    [
      `key-group.${name}`,
      from(records['person_mark'], { words: { zh: `${zh}人数`, en: `${en}, persons` }, group: 'key-group', answers: true }),
    ] as const,
)

const recordOfLine = (name: LineName): RecordKind | undefined => {
  if (name === 'survey' || name === 'key-persons' || name === 'gates') return records['visit']
  if (name.startsWith('from-')) return records['arrival']
  return name.endsWith('readings') || name === 'fever-or-symptoms' ? records['reading'] : records['observation']
}

const lines = (Object.keys(reportLines) as LineName[]).map((name) => {
  const { zh, en } = reportLines[name]
  const keep = { zh: '冻结的日报长期保存', en: 'frozen reports are kept for good' }
  return [
    `line.${name}`,
    from(recordOfLine(name), { words: { zh, en }, group: 'line', answers: true, keep, sensitivity: ['figure'] }),
  ] as const
})

const healthFields: readonly RosterField[] = ['illness', 'stable', 'doses', 'lastDoseOn']
const journeyFields: readonly RosterField[] = ['origin', 'arrivedOn', 'transport', 'companions', 'passedRisk']
const doorFields: readonly RosterField[] = ['address', 'estate', 'group', 'building', 'unit', 'room', 'use']

function sensitivityOf(field: RosterField): Sensitivity {
  if (field === 'documentKind' || field === 'documentNumber') return 'identity-number'
  if (healthFields.includes(field)) return 'health'
  if (journeyFields.includes(field)) return 'whereabouts'
  return doorFields.includes(field) ? 'place' : 'person'
}

const recordOfField = (field: RosterField): RecordKind | undefined =>
  records[
    healthFields.includes(field)
      ? 'health_fact'
      : journeyFields.includes(field)
        ? 'arrival'
        : field === 'marks'
          ? 'person_mark'
          : 'person'
  ]

const fields = (Object.keys(rosterFields) as RosterField[])
  .filter((field) => field !== 'remark')
  .map(
    (field) =>
      [
        `field.${field}`,
        from(recordOfField(field), {
          words: rosterFields[field],
          group: 'field',
          answers: false,
          sensitivity: [sensitivityOf(field)],
        }),
      ] as const,
  )

// Which records stand behind a kind of evidence; a kind whose subject this house does not have yet is not held.
const recordOfEvidence: Partial<Record<HouseEvidence, string>> = {
  'people.key-groups': 'person_mark',
  'people.arrivals': 'arrival',
  'staff.duties': 'grid_duty',
  'visits.survey': 'visit',
  'visits.door-knock': 'visit',
  'visits.elders': 'visit',
  'visits.care': 'visit',
  'health.colours': 'colour_decision',
  'health.vaccination': 'health_fact',
  'observation.orders': 'observation',
  'observation.readings': 'reading',
  'observation.releases': 'release_delivery',
}

const held = (Object.entries(recordOfEvidence) as [HouseEvidence, string][])
  .filter(([name]) => (modules as readonly string[]).includes(name.startsWith('visits.') ? 'rounds' : (name.split('.')[0] ?? '')))
  .map(
    ([name, record]) =>
      [`record.${name}`, from(records[record], { words: evidences[name], group: 'record', answers: false })] as const,
  )

/**
 * The data dictionary: each item has one collector, one point of collection, a purpose, a legal ground, a keeping time
 * and a sensitivity (民发〔2020〕13号: collect once, by one; 个人信息保护法 §6, §19, §28). It is made from the lists that
 * the house works by, so it cannot say other things than the house does.
 */
export const dictionary: ReadonlyMap<string, Item> = new Map([...counts, ...groups, ...lines, ...fields, ...held])

/** Items in the order of their groups. */
export const itemGroups = {
  count: { zh: '基本数', en: 'basic figures' },
  'key-group': { zh: '重点人群', en: 'key groups' },
  line: { zh: '日报各行', en: 'lines of the daily report' },
  field: { zh: '登记的栏目', en: 'fields of registers' },
  record: { zh: '台账', en: 'ledgers' },
} as const satisfies Record<Item['group'], Words>
