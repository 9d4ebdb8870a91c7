import { partText } from '@wangdi/domain/places/door-plate.ts'
import { useTranslation } from 'react-i18next'
import { grouped, type Household } from '../places/door.ts'
import { useLastVisit } from './kinds.tsx'
import { Row } from './rows.tsx'
import type { Work } from './work.ts'

/** The same work in walking order: building by building, each door once with all that is due there. */
export function ByBuilding({ work }: { work: Work }) {
  const { t } = useTranslation('today')
  const lastVisit = useLastVisit()
  const doors = new Map<Household, { lines: string[]; who: Set<string>; to: string; urgent: boolean }>()
  const add = (household: Household, who: readonly string[], line: string, to: string, urgent = false) => {
    const door = doors.get(household) ?? { lines: [], who: new Set<string>(), to, urgent: false }
    for (const name of who) door.who.add(name)
    if (!door.lines.includes(line)) door.lines.push(line)
    doors.set(household, { ...door, urgent: door.urgent || urgent })
  }
  for (const due of work.urgent) add(due.household, [due.person.name], t('retest'), `/reading/${due.household.door.id}`, true)
  for (const { half, all } of work.readings)
    for (const due of all) add(due.household, [due.person.name], t(half), `/reading/${due.household.door.id}`)
  for (const due of work.visits)
    add(
      due.household,
      due.household.people.filter(({ id }) => due.persons.includes(id)).map(({ name }) => name),
      lastVisit(due),
      `/visit/${due.dwelling}`,
    )
  for (const { household, arrival } of work.calls) add(household, [arrival.name], t('calls'), `/visit/${household.door.id}`)
  const order = [...doors].sort(
    ([{ door: a }], [{ door: b }]) =>
      buildingOf(a).localeCompare(buildingOf(b), 'zh-CN', { numeric: true }) || a.ordinal - b.ordinal,
  )
  return [...grouped(order, ([{ door }]) => buildingOf(door))].map(([building, own]) => (
    <section className="f-card" key={building}>
      <div className="f-gh">
        <h2>{building}</h2>
        <span className="f-n">{t('doors', { count: own.length, n: own.length })}</span>
      </div>
      {own.map(([household, { lines, who, to, urgent }]) => (
        <Row
          key={household.door.id}
          to={to}
          door={household.door}
          who={[...who].join('、')}
          line={urgent ? <em>{lines.join(' · ')}</em> : lines.join(' · ')}
        />
      ))}
    </section>
  ))
}

const buildingOf = (door: Household['door']): string => partText({ ...door, unit: null })
