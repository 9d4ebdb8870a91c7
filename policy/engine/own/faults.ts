import {
  facts as vocabulary,
  isOwnName,
  type PlaceLevel,
  placeLevels,
  type Recorder,
  recorders,
  roles,
  type Words,
} from '../../vocabulary.ts'
import type { Fault } from '../pack/faults.ts'
import { rulesOf } from '../pack/located.ts'
import type { Pack, When } from '../pack/schema.ts'
import { leavesOf } from '../when.ts'
import { broughtBy } from './book.ts'

type Path = (string | number)[]

/** A name that a pack writes somewhere and that some pack must bring. */
export interface Named {
  readonly path: Path
  readonly name: string
  readonly of: 'fact' | 'kind' | 'line'
}

const namesInWhen = (when: When, path: Path): Named[] =>
  leavesOf(when, path).flatMap((leaf) =>
    isOwnName(leaf.name) ? [{ path: [...leaf.path], name: leaf.name, of: 'fact' as const }] : [],
  )

const listed = (names: readonly string[] | undefined, path: Path, of: Named['of']): Named[] =>
  (names ?? []).flatMap((name, nth) => (isOwnName(name) ? [{ path: [...path, nth], name, of }] : []))

/** Every name with a slash that a pack writes in conditions, terms, limits, lines and evidence. */
export function namesAsked(pack: Pack): Named[] {
  const conditions = rulesOf(pack).flatMap(({ path, rule }) => (rule.when ? namesInWhen(rule.when, [...path, 'when']) : []))
  const choices = (pack.terms ?? []).flatMap((term, index) =>
    (term.alternatives ?? []).flatMap(({ when }, nth) =>
      when ? namesInWhen(when, ['terms', index, 'alternatives', nth, 'when']) : [],
    ),
  )
  return [
    ...conditions,
    ...choices,
    ...(pack.kinds ?? []).flatMap(({ when }, nth) => (when ? namesInWhen(when, ['kinds', nth, 'when']) : [])),
    ...(pack.terms ?? []).flatMap(({ kinds }, nth) => listed(kinds, ['terms', nth, 'kinds'], 'kind')),
    ...(pack.limits ?? []).flatMap(({ grounds }, nth) => listed(grounds?.persons, ['limits', nth, 'grounds', 'persons'], 'kind')),
    ...(pack.measures ?? []).flatMap(({ evidence }, nth) => listed(evidence, ['measures', nth, 'evidence'], 'line')),
    ...(pack.lines ?? []).flatMap(({ counts }, nth): Named[] =>
      'kind' in counts && isOwnName(counts.kind)
        ? [{ path: ['lines', nth, 'counts', 'kind'], name: counts.kind, of: 'kind' }]
        : [],
    ),
  ]
}

/** The names that a pack brings, by what they name. */
export const namesBrought = (pack: Pack): Record<Named['of'], readonly string[]> => ({
  fact: broughtBy(pack).map(({ name }) => name),
  kind: (pack.kinds ?? []).map(({ id }) => id),
  line: (pack.lines ?? []).map(({ id }) => id),
})

const words: Readonly<Record<Named['of'], Words>> = {
  fact: { zh: '事实', en: 'fact' },
  kind: { zh: '人员类别', en: 'kind of person' },
  line: { zh: '日报行', en: 'line of the daily report' },
}

/** That nobody brings what a pack names. */
export const nobodyBrings = ({ path, name, of }: Named): Fault => ({
  path,
  code: 'name.unknown',
  text: { zh: `没有规则包写明${words[of].zh}“${name}”`, en: `no pack brings the ${words[of].en} ${name}` },
})

const fault = (path: Path, code: string, zh: string, en: string): Fault => ({ path, code, text: { zh, en } })

/** How many of several names are said. */
const mostSaid = 3

// Whoever renames a pack leaves its names behind, all alike: that is one thing to mend, said where it was begun.
function renamed(pack: Pack): Fault[] {
  const names = namesOfOwn(pack).map(({ id }) => id)
  const [first = ''] = names
  const old = first.slice(0, first.indexOf('/') + 1)
  const isLeft = names.length > 1 && old !== '' && old !== `${pack.id}/` && names.every((name) => name.startsWith(old))
  if (!isLeft || pack.id === 'kinds') return []
  const some = (between: string) => names.slice(0, mostSaid).join(between)
  const said = fault(
    ['id'],
    'name.prefix',
    `编号是 ${pack.id}，自己的 ${names.length} 个名字还以 ${old} 开头（${some('、')}${names.length > mostSaid ? ' 等' : ''}）。把规则和例子里的 ${old} 全部换成 ${pack.id}/，或者把编号改回 ${old.slice(0, -1)}`,
    `the id is ${pack.id}, while its ${names.length} own names begin with ${old} (${some(', ')}${names.length > mostSaid ? ' and others' : ''}); replace every ${old} in rules and cases by ${pack.id}/, or take the id back to ${old.slice(0, -1)}`,
  )
  return [said]
}

function namesOfOwn(pack: Pack): { id: string; path: Path }[] {
  const named = (['facts', 'kinds', 'lines'] as const).flatMap((group) =>
    (pack[group] ?? []).map(({ id }, nth) => ({ id: String(id), path: [group, nth, 'id'] as Path })),
  )
  const axes = (pack.tiers?.axes ?? []).map(({ id }, nth) => ({ id: String(id), path: ['tiers', 'axes', nth, 'id'] as Path }))
  return [...named, ...axes]
}

function nameFaults(pack: Pack): Fault[] {
  const all = namesOfOwn(pack)
  return all.flatMap(({ id, path }, nth) => {
    // The names of the house's own kinds of record begin so.
    if (pack.id === 'kinds') return [fault(path, 'name.prefix', '规则包编号不能叫 kinds', 'no pack is called kinds')]
    if (!id.startsWith(`${pack.id}/`))
      return [
        fault(path, 'name.prefix', `名字要写成 ${pack.id}/…，现在是 ${id}`, `the name begins with ${pack.id}/, unlike ${id}`),
      ]
    if (all.slice(0, nth).some((other) => other.id === id))
      return [fault(path, 'id.repeated', `名字 ${id} 用了两次`, `the name ${id} is used twice`)]
    return []
  })
}

/** Whom a notice names for what they cannot know: somebody of a street says nothing for a county. */
function cannotRecord(at: string, who: readonly Recorder[] | undefined, path: Path): Fault[] {
  if (!Object.hasOwn(placeLevels, at)) return []
  const level = at as PlaceLevel
  return (who ?? []).flatMap((recorder, nth) => {
    if (placeLevels[recorders[recorder]].digits <= placeLevels[level].digits) return []
    const [by, of] = [roles[recorder], placeLevels[level]]
    return [
      fault(
        [...path, 'who', nth],
        'fact.not-given',
        `${by.zh}管不到一个${of.zh}，登记、确认不了`,
        `${by.en} cannot speak for a ${of.en}`,
      ),
    ]
  })
}

const repeatedIn = (ids: readonly string[]) => ids.find((id, nth) => ids.indexOf(id) !== nth)

// The same thing under two names would be recorded in one and asked of the other.
function doubledIn(pack: Pack, nth: number): string | undefined {
  const words = pack.facts?.[nth]?.words.zh
  const own = [...(pack.tiers?.axes ?? []), ...(pack.facts ?? []).slice(0, nth)].find((other) => other.words.zh === words)
  return own?.id ?? Object.entries(vocabulary).find(([, known]) => known.words.zh === words)?.[0]
}

function factFaults(pack: Pack): Fault[] {
  return (pack.facts ?? []).flatMap(({ id, type, values, unit, least, most }, nth) => {
    const at = ['facts', nth] as Path
    const other = doubledIn(pack, nth)
    if (other !== undefined)
      return [
        fault([...at, 'words'], 'fact.doubled', `${id} 和 ${other} 是同一件事，直接用 ${other}`, `${id} is ${other}: ask that`),
      ]
    if (type === 'choice' && !values) return [fault(at, 'field.missing', `${id} 要列出 values`, `${id} lists its values`)]
    if (type !== 'choice' && values)
      return [fault([...at, 'values'], 'field.unknown', `${id} 不是选择项，不写 values`, `${id} is no choice and has no values`)]
    const twice = repeatedIn((values ?? []).map((value) => value.id))
    if (twice !== undefined) return [fault([...at, 'values'], 'id.repeated', `${twice} 列了两次`, `${twice} is listed twice`)]
    if (type !== 'number' && (unit ?? least ?? most) !== undefined)
      return [fault(at, 'field.unknown', `${id} 不是数，不写单位和范围`, `${id} is no number: it has no unit and no bounds`)]
    return (least ?? 0) > (most ?? 999_999_999)
      ? [fault([...at, 'most'], 'fact.value', `${id} 的范围反了`, `the bounds of ${id} are reversed`)]
      : []
  })
}

function tierFaults(pack: Pack): Fault[] {
  const { tiers } = pack
  if (!tiers) return []
  const { axes, level, class: cls, list } = tiers
  const twice = repeatedIn(list.map(({ id }) => id))
  const own =
    twice === undefined
      ? []
      : [fault(['tiers', 'list'], 'id.repeated', `档次 ${twice} 写了两次`, `the tier ${twice} stands twice`)]
  if (!axes) {
    const lacks = !level || !cls || list.some((tier) => !tier.level || !tier.class)
    return lacks ? [...own, fault(['tiers'], 'field.missing', '档次要写 axes（按什么定档）', 'tiers say their axes')] : own
  }
  if (level || cls)
    return [
      ...own,
      fault(['tiers'], 'field.unknown', '写了 axes 就不写 level 和 class', 'beside axes there is no level and no class'),
    ]
  const known = new Map(axes.map(({ id, values }) => [String(id), values.map((value) => value.id)]))
  const proposed = axes.flatMap(({ id, values, proposed: lines }, index) =>
    (lines ?? []).flatMap(({ value }, nth) =>
      values.some((one) => one.id === value)
        ? []
        : [
            fault(
              ['tiers', 'axes', index, 'proposed', nth, 'value'],
              'value.unknown',
              `${id} 没有 ${value} 这一级`,
              `${id} has no value ${value}`,
            ),
          ],
    ),
  )
  const wanted = list.flatMap(({ id, on, level: ownLevel, class: ownClass }, nth) => {
    const path = ['tiers', 'list', nth] as Path
    if (!on || ownLevel || ownClass)
      return [fault(path, 'field.missing', `${id} 要写 on：哪一级算这一档`, `${id} says on: which values give it`)]
    return Object.entries(on).flatMap(([axis, value]) => {
      const values = known.get(axis)
      if (!values) return [fault([...path, 'on', axis], 'name.unknown', `axes 里没有 ${axis}`, `there is no axis ${axis}`)]
      const lost = [value].flat().find((one) => !values.includes(one))
      return lost === undefined
        ? []
        : [fault([...path, 'on', axis], 'value.unknown', `${axis} 没有 ${lost} 这一级`, `${axis} has no value ${lost}`)]
    })
  })
  return [...own, ...proposed, ...wanted]
}

/** What is wrong with the names, facts, levels, tiers and bounds that a pack brings itself. */
export function ownFaults(pack: Pack): Fault[] {
  const left = renamed(pack)
  if (left.length > 0) return left
  const brought = namesBrought(pack)
  // No pack is called as the house's own kinds of record begin: what the list of them lacks is brought by nobody.
  const ours = [`${pack.id}/`, 'kinds/']
  const lost = namesAsked(pack).filter(({ name, of }) => ours.some((id) => name.startsWith(id)) && !brought[of].includes(name))
  const recorded = [
    ...(pack.facts ?? []).flatMap(({ at, who }, nth) => cannotRecord(at, who, ['facts', nth])),
    ...(pack.tiers?.axes ?? []).flatMap(({ at, who }, nth) => cannotRecord(at, who, ['tiers', 'axes', nth])),
  ]
  return [...nameFaults(pack), ...factFaults(pack), ...recorded, ...tierFaults(pack), ...lost.map(nobodyBrings)]
}
