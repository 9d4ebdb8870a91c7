import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { catalogue, housePacks } from '../../test/packs.ts'
import { clausesOf } from '../clauses/lints.ts'
import { readClauses } from '../clauses/reading.ts'
import { compilePacks } from '../packs.ts'
import { catalogueOf } from './rows.ts'
import { checkPack } from './check.ts'
import { reportPacks } from './report.ts'
import type { Pack } from './schema.ts'
import { checkTogether } from './together.ts'

const { files } = housePacks()
const raw: unknown = parse(readFileSync(new URL('../../clauses.yaml', import.meta.url), 'utf8'))
const { readings } = readClauses(raw)
const clauses = clausesOf(
  readings,
  files.map(({ pack }) => pack),
)

interface Loose {
  [key: string]: unknown
}
type Damage = (pack: Loose, rule: (id: string) => Loose) => void

const groups = ['measures', 'limits', 'rights', 'terms', 'settings'] as const

function damaged(id: string, damage: Damage): Loose {
  const read = files.find(({ pack }) => pack.id === id)
  if (!read) throw new Error(`no pack ${id}`)
  const copy = structuredClone(read.pack) as unknown as Loose
  const all = () => [
    ...groups.flatMap((group) => (copy[group] as Loose[] | undefined) ?? []),
    ...((copy.gradings as { grades: Loose[] }[] | undefined) ?? []).flatMap(({ grades }) => grades),
  ]
  damage(copy, (name) => {
    const rule = all().find((one) => one.id === name)
    if (!rule) throw new Error(`${id} has no ${name}`)
    return rule
  })
  return copy
}

/** What the check of this one pack says: its own form, its clauses and its own cases; no neighbour is asked. */
function lintsOf(id: string, copy: Loose): string[] {
  const read = files.find(({ pack }) => pack.id === id)
  if (!read) throw new Error(`no pack ${id}`)
  const { pack, findings } = checkPack({ file: read.file, raw: copy })
  const say = (list: readonly { code: string; rule?: string }[]) => list.map(({ code, rule }) => `${code} ${rule ?? ''}`.trim())
  if (!pack) return say(findings)
  const others = files.filter((one) => one !== read)
  const own = { ...read, pack }
  const together = checkTogether([...others, own], [own]).filter(({ file }) => file === own.file)
  const packs = compilePacks([...others.map((one) => one.pack), pack])
  return say(reportPacks(packs, [own], catalogue, together, catalogueOf(catalogue, pack), clauses).lints)
}

const drop =
  (group: string, id: string): Damage =>
  (pack) => {
    pack[group] = (pack[group] as Loose[]).filter((one) => one.id !== id)
  }
const set =
  (id: string, key: string, value: unknown): Damage =>
  (_, rule) => {
    const one = rule(id)
    if (value === undefined) delete one[key]
    else one[key] = value
  }
const days =
  (id: string, count: number): Damage =>
  (_, rule) => {
    const phases = rule(id).phases as { days: number }[]
    const [first] = phases
    if (first) first.days = count
  }
const words = (zh: string, en: string) => ({ zh, en })

/** Pack, what is damaged, how, and what the check says first. */
const damages: readonly (readonly [string, string, Damage, RegExp])[] = [
  // strength and sense
  ['class-b-2023', 'a duty made a choice', set('key-groups', 'strength', 'may'), /^clause.strength key-groups$/],
  ['normal-2021', 'a duty made advice', set('grids-covered', 'strength', 'should'), /^clause.strength grids-covered$/],
  ['henan-2020', 'a trial made a duty', set('groups-and-codes', 'strength', 'must'), /^clause.strength groups-and-codes$/],
  [
    'joint-notice-2020',
    'a prohibition made a duty in its words',
    set('no-late-or-hidden-figures', 'text', words('报数要晚报', 'Report figures late')),
    /^clause.negation no-late-or-hidden-figures$/,
  ],
  [
    'normal-2021',
    'a duty made a prohibition in its words',
    set('grids-covered', 'text', words('不得加强网格化管理', 'Grid management is not strengthened')),
    /^clause.negation grids-covered$/,
  ],
  [
    'precision-2020',
    'a prohibition that says yes',
    set('no-blanket-closure', 'text', words('要对社区一封了之', 'Communities are closed in one go')),
    /^clause.negation no-blanket-closure$/,
  ],
  // sources
  ['class-b-2023', 'a rule without its source', set('door-knock', 'source', undefined), /^source.missing door-knock$/],
  ['class-b-2023', 'a source without its section', set('door-knock', 'source', {}), /^field.missing door-knock$/],
  ['class-b-2023', 'another section', set('door-knock', 'source', { section: '七' }), /^clause.section door-knock$/],
  [
    'normal-2021',
    'another section, one that the notice has',
    set('grids-covered', 'source', { section: '四' }),
    /^clause.section grids-covered$/,
  ],
  [
    'henan-2020',
    'another document',
    set('polite-and-firm', 'source', { document: '别的文件', section: '二' }),
    /^clause.document polite-and-firm$/,
  ],
  [
    'joint-notice-2020',
    'our proposal that cites a clause',
    set('class-returners', 'source', { document: '本系统建议', section: '补充任务二' }),
    /^clause.row class-returners$/,
  ],
  // rows
  ['class-b-2023', 'a clause that loses its rule', drop('measures', 'door-knock'), /^row.missing/],
  ['class-b-2023', 'a rule that loses its clause', set('facilities-layout', 'rows', undefined), /^row.missing/],
  [
    'normal-2021',
    'a clause carried in name only',
    set('grids-covered', 'rows', ['R-2021-5', 'R-2021-6']),
    /^clause.object grids-covered$/,
  ],
  [
    'joint-notice-2020',
    'a clause of another section carried in name',
    set('class-returners', 'rows', ['R-2020A-13', 'R-2020A-45']),
    /^clause.section class-returners$/,
  ],
  [
    'class-b-2023',
    'a clause that no notice has',
    set('key-groups', 'rows', ['R-2023-3', 'R-2023-999']),
    /^clause.row key-groups$/,
  ],
  [
    'precision-2020',
    'two clauses exchanged',
    (_, rule) => {
      const [a, b] = [rule('inbound-register'), rule('inbound-observe')]
      ;[a.rows, b.rows] = [b.rows, a.rows]
    },
    /^clause\./,
  ],
  // who and when
  ['class-b-2023', 'another actor', set('key-groups', 'who', ['police']), /^clause.actor key-groups$/],
  [
    'precision-2020',
    'an actor more, whom the clause does not name',
    (_, rule) => {
      const one = rule('inbound-register')
      one.who = [...(one.who as string[]), 'police']
    },
    /^clause.actor inbound-register$/,
  ],
  ['precision-2020', 'a condition lost', set('inbound-register', 'when', undefined), /^clause.condition inbound-register$/],
  [
    'precision-2020',
    'a condition of another tier',
    set('newcomers-may-enter', 'when', { tier: 'high' }),
    /^clause.condition newcomers-may-enter$/,
  ],
  [
    'normal-2021',
    'a level lost from a condition',
    set('election-paused', 'when', { 'election.under-way': 'yes', level: ['high'] }),
    /^clause.condition election-paused$/,
  ],
  ['joint-notice-2020', 'a season lost', set('winter-clean-up', 'when', undefined), /^clause.condition winter-clean-up$/],
  [
    'joint-notice-2020',
    '“where ordered” lost from the words',
    set('class-inform', 'text', words('及时告知疫情和新规定', 'Tell residents of cases and new rules in time')),
    /^clause.words class-inform$/,
  ],
  ['area-zones', 'a condition turned', set('zone-sealed', 'when', { not: { 'area.zone': 'sealed' } }), /^case.failed/],
  [
    'area-zones',
    'conditions that contradict',
    set('zone-sealed', 'when', { 'area.zone': 'sealed', all: [{ 'area.zone': 'none' }] }),
    /^rule.unreachable zone-sealed$/,
  ],
  // terms
  ['observation-terms', 'days changed', days('close-contact-2020', 21), /^case.failed/],
  ['observation-terms', 'days of a province changed', days('inbound-2020-shandong', 7), /^case.failed/],
  [
    'observation-terms',
    'a phase lost',
    set('recovered-2020-wuhan', 'phases', [{ where: 'central', days: 14, test_days: [] }]),
    /^case.failed/,
  ],
  [
    'observation-terms',
    'a place exchanged',
    (_, rule) => {
      const phases = rule('recovered-2020-wuhan').phases as { where: string }[]
      if (phases[0]) phases[0].where = 'home'
    },
    /^case.failed/,
  ],
  [
    'observation-terms',
    'a certain rule made of a doubtful one',
    (_, rule) => {
      const one = rule('recovered-2020-wuhan')
      one.certain = !one.certain
    },
    /^case.failed/,
  ],
  [
    'observation-terms',
    'a kind exchanged',
    set('close-contact-2020', 'kinds', ['secondary-contact']),
    /^(?:case.failed|date.overlap)/,
  ],
  ['observation-terms', 'a wrong last day', set('close-contact-2020', 'until', '2021-04-10'), /^case\./],
  [
    'observation-terms',
    'a last day so late that two rules meet',
    set('close-contact-2020', 'until', '2022-12-31'),
    /^date.overlap/,
  ],
  [
    'observation-terms',
    'a day that no calendar has',
    set('close-contact-2020', 'until', '2021-02-30'),
    /^date.none close-contact-2020$/,
  ],
  // limits, rights, gradings
  [
    'prohibitions-2022',
    'days of a limit changed',
    (_, rule) => {
      const grounds = rule('nine-zone-days-14').grounds as { days: number }
      grounds.days = 30
    },
    /^case.failed/,
  ],
  ['precision-2020', 'a limit that finds nothing any more', set('not-beyond-tier', 'grounds', undefined), /^case.failed/],
  ['class-b-2023', 'a right dropped', drop('rights', 'vaccination-own-choice'), /^case.failed/],
  ['law', 'a right of the law dropped', drop('rights', 'told-of-leak'), /^case.failed/],
  [
    'area-levels',
    'a bound of a level changed',
    (_, rule) => {
      const one = rule('county-low')
      one.value = 'medium'
    },
    /^case.failed/,
  ],
  [
    'area-levels',
    'two lines exchanged',
    (pack) => {
      const [grading] = pack.gradings as { grades: unknown[] }[]
      grading?.grades.reverse()
    },
    /^(?:case.failed|rule.unreachable)/,
  ],
  [
    'precision-2020',
    'a limit beside a measure of its own that allows it',
    set('not-beyond-tier', 'yields_to', undefined),
    /^limit.forbids-own not-beyond-tier$/,
  ],
]

test('there are 43 kinds of damage', () => expect(new Set(damages.map(([pack, what]) => `${pack} ${what}`)).size).toBe(43))

describe('the check of a pack finds in it', () => {
  test.each(damages)('%s: %s', (id, what, damage, says) => {
    const lints = lintsOf(id, damaged(id, damage))
    expect(lints[0] ?? 'no fault').toMatch(says)
    // One slip gives one lint, unless it falls on two rules.
    const isOnTwo = what.includes('exchanged') || what.startsWith('a last day so late')
    if (!isOnTwo) expect(lints, lints.join('; ')).toHaveLength(1)
  })
})

test('an undamaged pack has no lint', () => {
  expect(files.flatMap(({ pack }) => lintsOf(pack.id, structuredClone(pack) as unknown as Loose))).toEqual([])
}, 30_000)

test('of 334 clauses none is carried in name only, and each is read', () => {
  expect(readings).toHaveLength(334)
  const packs = compilePacks(files.map(({ pack }) => pack as Pack))
  const report = reportPacks(packs, files, catalogue, [], catalogue, clauses)
  expect(report.lints.filter(({ code }) => code.startsWith('clause.'))).toEqual([])
  expect([report.rows_carried, report.rows_missing]).toEqual([expect.any(Number), []])
})
