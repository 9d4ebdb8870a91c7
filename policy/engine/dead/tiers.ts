import { liesWithin, meet } from '../day.ts'
import { getFact, isFact } from '../facts.ts'
import type { Fault } from '../pack/faults.ts'
import type { Pack, Tiers } from '../pack/schema.ts'

type Tier = Tiers['list'][number]

/** What a tier asks of one axis: the values that give it, and whether facts of the house can have them. */
interface Asked {
  readonly wants: (tier: Tier) => readonly string[]
  readonly known: ReadonlySet<string> | undefined
}

const valuesOf = (facts: readonly string[]): string[] =>
  facts
    .filter((fact) => isFact(fact))
    .flatMap((fact): readonly string[] => {
      const { values } = getFact(fact)
      return typeof values === 'string' ? [] : values
    })

/** The axes of tiers: those that the pack brings, whose values its own check knows, else level of the area and class of the community. */
function askedOf({ axes, ...lines }: Tiers): Asked[] {
  if (axes) return axes.map(({ id }) => ({ wants: ({ on }) => [on?.[id] ?? []].flat(), known: undefined }))
  return (['level', 'class'] as const).map((axis) => ({
    wants: (tier) => [tier[axis] ?? []].flat(),
    known: new Set((lines[axis] ?? []).flatMap(({ facts }) => valuesOf(facts))),
  }))
}

const fault = (path: Fault['path'], zh: string, en: string): Fault => ({ path, code: 'tier.unreachable', text: { zh, en } })

/** Lines of an axis, and tiers, that no day and no value brings about: others stand before them as long as they stand themselves. */
export function deadTiers(pack: Pack): Fault[] {
  const { tiers } = pack
  if (!tiers) return []
  const axes = askedOf(tiers)
  const lines = (['level', 'class'] as const).flatMap((axis) =>
    (tiers[axis] ?? []).flatMap((line, index) =>
      meet(line, pack)
        ? []
        : [
            fault(
              ['tiers', axis, index],
              '这一行的日期在规则包的有效期之外',
              'the days of this line lie outside those of the pack',
            ),
          ],
    ),
  )
  const own = tiers.list.flatMap((tier, index): Fault[] => {
    const dead = (zh: string, en: string) => [
      fault(['tiers', 'list', index], `${tier.id} 这一档永远用不上：${zh}`, `the tier ${tier.id} can never apply: ${en}`),
    ]
    if (!meet(tier, pack)) return dead('它的日期在规则包的有效期之外', 'its days lie outside those of the pack')
    const lost = axes.flatMap(({ wants, known }) => {
      const asked = wants(tier)
      return known && asked.length > 0 && !asked.some((value) => known.has(value)) ? [asked] : []
    })[0]
    if (lost) return dead(`没有 ${lost.join('、')} 这个值`, `there is no value ${lost.join(', ')}`)
    const before = tiers.list.slice(0, index).filter((one) => liesWithin(tier, one))
    const taken = before.filter((one) => axes.some(({ wants }) => wants(one).some((value) => wants(tier).includes(value))))
    const isLeft = axes.some(({ wants }) => wants(tier).some((value) => !before.some((one) => wants(one).includes(value))))
    if (isLeft || taken.length === 0) return []
    const ids = taken.map(({ id }) => id)
    return dead(`前面的 ${ids.join('、')} 已经管到`, `${ids.join(', ')} stand before it`)
  })
  return [...lines, ...own]
}
