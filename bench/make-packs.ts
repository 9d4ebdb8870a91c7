// Twenty invented packs about three things, all in force: what a library may come to when notices pile up.
import { compilePacks, type Packs } from '../policy/engine/packs.ts'
import { checkPack } from '../policy/engine/pack/check.ts'
import type { Pack } from '../policy/engine/pack/schema.ts'

const w = (zh: string) => ({ zh, en: zh })
const about = ['dengue', 'norovirus', 'heat'] as const
// The first of each subject is of the whole country and has the tiers; the others add to it, half of them in one province.
const provinces = ['', '41', '44', '', '33', '4101']
const conditions = [
  undefined,
  { tier: 'watch' },
  { tier: ['raised', 'emergency'] },
  { 'community.kind': 'village' },
  { tier: 'emergency', 'elder-care.site': 'yes' },
  { any: [{ 'place.rural': 'yes' }, { tier: ['raised', 'emergency'] }] },
  { not: { 'place.border': 'yes' } },
]

/** The level by which a community's tier about a subject is told. */
export const levelFact = (subject: string): `${string}/${string}` => `${subject}-made-up-0/level`

function madePack(nth: number): unknown {
  const subject = about[nth % about.length] ?? 'dengue'
  const of = Math.floor(nth / about.length)
  const id = `${subject}-made-up-${of}`
  const source = { section: '一' }
  const rules = (word: string, count: number) =>
    Array.from({ length: count }, (_, one) => {
      const when = conditions[(one + nth) % conditions.length]
      return { id: `${id}.${word}-${one}`, ...(when && { when }), text: w(`${subject} ${of} ${word} ${one}`), source }
    })
  const level = levelFact(subject)
  const values = ['watch', 'raised', 'emergency'].map((value) => ({ id: value, words: w(value) }))
  const tiers = {
    axes: [{ id: level, words: w('级别'), values, at: 'county', source }],
    list: values.map((one) => ({ id: one.id, name: one.words, strategy: w('办法'), on: { [level]: one.id }, source })),
  }
  return {
    ...{
      id,
      is: of === 0 ? 'regime' : 'adds',
      version: 1,
      subject,
      title: w(id),
      short: w(id),
      document: id,
      authority: w('虚构'),
    },
    ...{ place: of === 0 ? '' : (provinces[of % provinces.length] ?? ''), from: '2026-01-01' },
    ...(of === 0 && { tiers }),
    measures: rules('measure', 40).map((rule, one) => ({
      ...{ ...rule, aspect: 'control', strength: 'should', who: ['grid-worker'], evidence: ['none'] },
      how_often: one % 2 === 0 ? { kind: 'every-days', days: 7 } : { kind: 'once' },
    })),
    limits: rules('limit', 10),
    rights: rules('right', 5).map((rule) => ({ ...rule, answers: ['community-worker'] })),
  }
}

/** The packs of the house with twenty invented ones beside them. */
export function withTwentyMore(house: Packs): Packs {
  const more = Array.from({ length: 20 }, (_, nth): Pack => {
    const { pack, findings } = checkPack({ file: 'made', raw: madePack(nth) })
    if (!pack) throw new Error(`an invented pack has faults: ${findings.map(({ text }) => text.en).join('; ')}`)
    return pack
  })
  return compilePacks([...house.all.map(({ pack }) => pack), ...more])
}

/** What is known of the three at a community, so that each tier occurs. */
export const levelsOf = (number: number): Record<`${string}/${string}`, string> =>
  Object.fromEntries(
    about.map((subject, nth) => [levelFact(subject), ['watch', 'raised', 'emergency'][(number + nth) % 3] ?? 'watch']),
  )
