import type { HouseKind } from '@wangdi/policy/vocabulary.ts'
import type { PersonKind } from '../observation/observation.ts'
import type { OriginKind } from '../people/arrival/arrival.ts'
import type { Day, Id } from '../schema.ts'
import type { AnyLine, ContradictionKind, LineName, ReportLine } from './daily-report.ts'
import { behindPeople, type Span } from './figures.rules.ts'

/** The line of somebody by where they said they came from; what nobody confirmed stands under "elsewhere". */
export const lineOfOrigin: Readonly<Record<OriginKind, LineName>> = {
  abroad: 'from-abroad',
  high: 'from-high-risk',
  medium: 'from-medium-risk',
  low: 'from-elsewhere',
  unknown: 'from-elsewhere',
}

const linesOfKinds: Readonly<Partial<Record<HouseKind, LineName>>> = {
  inbound: 'from-abroad',
  'returned-high-risk': 'from-high-risk',
  'returned-medium-risk': 'from-medium-risk',
  'returned-other': 'from-elsewhere',
}

/**
 * The line that the kind of an order puts somebody in, which goes before what was said on arrival: county health has looked at
 * it. Undefined for kinds that say nothing of where somebody came from.
 */
export const lineOfKind = (kind: PersonKind): LineName | undefined => linesOfKinds[kind as HouseKind]

/** An order as the report's lines are held against it: its own line, and that of the arrival it followed. */
export interface HeldOrder {
  readonly person: Id
  readonly line: LineName
  readonly arrived: LineName | null
  readonly decided_on: Day
}

/** An arrival of the day whose origin nobody confirmed. */
export interface Unchecked {
  readonly person: Id
  readonly line: LineName
}

/** Where a line and a register say different things of the same people. */
export interface Contradiction {
  readonly line: AnyLine
  readonly why: ContradictionKind
  /** The line that the arrival would be of, where it differs from the order's. */
  readonly other: LineName | null
  readonly people: readonly Id[]
}

const noneNew = (line: ReportLine | undefined) => line !== undefined && (line.state === 'open' || line.state === 'zero')

/**
 * What of a day's lines the registers contradict, for somebody to look at before they are confirmed: nothing is changed by it,
 * and nothing is refused. `orders` are those that hold on the day.
 */
export function contradictionsOf(
  lines: readonly ReportLine[],
  spans: ReadonlyMap<AnyLine, readonly Span[]>,
  given: {
    orders: readonly HeldOrder[]
    unchecked: readonly Unchecked[]
    /** Whose stay ended on the day as a confirmed case, or of whose reading the CDC was told on it. */
    cases: readonly { readonly person: Id }[]
    day: Day
  },
): Contradiction[] {
  const { orders, unchecked, cases, day } = given
  const found: Contradiction[] = []
  const add = (why: ContradictionKind, line: AnyLine, other: LineName | null, all: readonly { person: Id }[]) => {
    const people = [...new Set(all.map(({ person }) => person))]
    if (people.length > 0) found.push({ line, why, other, people })
  }
  for (const line of lines) {
    const own = orders.filter((order) => order.line === line.name)
    const elsewhere = own.filter(({ arrived }) => arrived !== null && arrived !== line.name)
    for (const other of new Set(elsewhere.map(({ arrived }) => arrived))) {
      const said = elsewhere.filter(({ arrived }) => arrived === other)
      add('origin-differs', line.name, other, said)
    }
    if (noneNew(line)) {
      const counted = new Set(behindPeople(spans.get(line.name) ?? [], day, 0))
      const today = own.filter(({ decided_on, person }) => decided_on === day && !counted.has(person))
      add('ordered-today', line.name, null, today)
    }
    if (line.name === 'confirmed-cases' && noneNew(line)) add('case-today', line.name, null, cases)
    const here = unchecked.filter((arrival) => arrival.line === line.name)
    add('origin-unchecked', line.name, null, here)
  }
  return found
}
