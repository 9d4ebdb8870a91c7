import { addDays, ageOn } from '@wangdi/domain/day.ts'
import { birthdaysOf } from '@wangdi/domain/people/key-group.rules.ts'
import type { TierRow } from '@wangdi/domain/health/health.api.ts'
import { colourOf, colourState, vaccinationOf } from '@wangdi/domain/health/health.rules.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import { contactOf } from '@wangdi/domain/rounds/contact.rules.ts'
import { withoutReplaced } from '@wangdi/domain/rounds/coverage.rules.ts'
import { contactDays, rhythmOf, visitMemoryDays } from '@wangdi/domain/rounds/due.rules.ts'
import type { CommunityCode, Day } from '@wangdi/domain/schema.ts'
import { colourFor } from '@wangdi/policy/engine/grade.ts'
import type { Packs } from '@wangdi/policy/engine/packs.ts'
import { contactEveryDays } from '@wangdi/policy/engine/setting.ts'
import type { Static } from 'typebox'
import type { Db } from '../platform/db.ts'
import { getPacks } from '../platform/packs.ts'
import { listVisitsAt, readSettings } from '../rounds/index.ts'
import { type KnownRow, type LedgerRow, listBehind, listKnown } from './health.queries.ts'

/** A row of the graded ledger before its visits are looked at. */
export type Graded = Omit<Static<typeof TierRow>, 'contact'> & { readonly born: Day | null }

/** Rows of the ledger with how contact stands: by the visits to their doors, whichever round they belonged to. */
export async function withContact(
  db: Db,
  community: CommunityCode,
  graded: readonly Graded[],
  today: Day,
): Promise<Static<typeof TierRow>[]> {
  const doors = [...new Set(graded.flatMap(({ dwelling }) => (dwelling === null ? [] : [dwelling])))]
  const behind = await listBehind(db, community, doors, today)
  const rhythm = rhythmOf(await readSettings(db))
  const seen = withoutReplaced(await listVisitsAt(db, doors, addDays(today, -visitMemoryDays)))
  const visits = Map.groupBy(seen, ({ dwelling }) => dwelling)
  return graded.map(({ born, ...row }) => {
    const of = { born, marks: behind.get(row.person)?.marks ?? [], colour: row.colour, everyDays: row.every_days }
    const every_days = contactDays(of, rhythm, today) ?? null
    const person = { id: row.person, everyDays: every_days }
    return { ...row, every_days, contact: contactOf(person, (row.dwelling && visits.get(row.dwelling)) || [], today) }
  })
}

/** The grade of one person: what the rules propose, what counts, and the rhythm of contact. */
interface Grade {
  readonly proposal: ReturnType<typeof colourFor>
  readonly decision: Graded['decision']
  readonly colour: Graded['colour']
  readonly every_days: number | null
}

/** Grades people by the rules of a day; of people who are alike the rules are asked once. */
export function gradesBy(packs: Packs, today: Day): (row: KnownRow) => Grade {
  const asked = new Map<string, Grade['proposal']>()
  const rhythms = new Map<string, number | null>()
  return (row) => {
    const vaccination = vaccinationOf(row.doses)
    const age = row.born === null ? null : ageOn(row.born, today)
    const known = {
      ...(age !== null && { age }),
      ...(row.disease && { disease: row.disease }),
      ...(vaccination && { vaccination }),
    }
    const proposal = once(asked, `${row.community} ${age} ${row.disease} ${vaccination}`, () =>
      colourFor(packs, known, row.community, today),
    )
    const decision = row.decision && { ...row.decision, at: new Date(row.decision.at).toISOString() }
    const colour = colourOf(proposal, decision)
    const infected = row.infected_since !== null
    const every_days = once(rhythms, `${row.community} ${colour} ${infected}`, () =>
      colour ? (contactEveryDays(packs, { colour, infected }, row.community, today)?.value ?? null) : null,
    )
    return { proposal, decision, colour, every_days }
  }
}

function once<V>(kept: Map<string, V>, key: string, make: () => V): V {
  if (!kept.has(key)) kept.set(key, make())
  return kept.get(key) as V
}

/**
 * The people of the graded ledger of a community: of how many the colour stands as a doctor confirmed it, by the same rule as on the
 * ledger, and of how many it is known whether they are vaccinated.
 */
export async function countLedger(db: Db, community: CommunityCode, today: Day) {
  const known = await listKnown(db, { community, today, bornUntil: birthdaysOf('elder', today).until })
  const gradeOf = gradesBy(getPacks(), today)
  const isConfirmed = (row: KnownRow) => {
    const { proposal, decision } = gradeOf(row)
    return colourState(proposal, decision) === 'confirmed'
  }
  return {
    people: known.length,
    confirmed: known.filter(isConfirmed).length,
    vaccination: known.filter(({ doses }) => doses !== null).length,
  }
}

/** Rows of the graded ledger: colours are computed from what is known today and from the doctor's word, never stored. */
export function tierRowsBy(packs: Packs, today: Day): (row: LedgerRow) => Graded {
  const gradeOf = gradesBy(packs, today)
  return (row) => {
    const grade = gradeOf(row)
    return {
      person: row.person,
      born: row.born,
      name: row.name,
      age: row.born === null ? null : ageOn(row.born, today),
      door: doorText(row.door),
      dwelling: row.dwelling,
      health: {
        disease: row.disease,
        doses: row.doses,
        last_dose_on: row.last_dose_on,
        vaccination: vaccinationOf(row.doses),
        infected_since: row.infected_since,
        doctor: row.doctor,
        stated_on: row.stated_on,
        source: row.source,
      },
      ...grade,
      state: colourState(grade.proposal, grade.decision),
    }
  }
}
