import type { Colour } from '../../health/health.ts'
import type { ContactNow } from '../../rounds/contact.rules.ts'
import type { Visit } from '../../rounds/rounds.ts'
import type { Instant } from '../../schema.ts'
import type { GoalPart, GoalRow } from './goal.ts'

/** A call for help of somebody, and when it was answered; null while it is open. */
export interface Call {
  readonly at: Instant
  readonly kind: 'need' | 'doctor' | 'abnormal'
  readonly answered_at: Instant | null
}

/** A key person as the board counts them. */
export interface GoalPerson {
  readonly colour: Colour | null
  readonly contact: Pick<ContactNow, 'state' | 'last'>
  readonly calls: readonly Call[]
}

type Told = Pick<Visit, 'at' | 'result' | 'needs'>

/**
 * The calls for help that visits to a door took down, each answered by the first later visit that met somebody and heard none
 * of the same needs. Visits come without corrected ones.
 */
export function callsIn(visits: readonly Told[]): Call[] {
  const ordered = [...visits].sort((a, b) => (a.at < b.at ? -1 : 1))
  return ordered.flatMap((visit, nth) => {
    if (visit.needs.length === 0) return []
    const answer = ordered
      .slice(nth + 1)
      .find((later) => later.result === 'met' && !visit.needs.some((need) => later.needs.includes(need)))
    const kind = visit.needs.includes('doctor') ? ('doctor' as const) : ('need' as const)
    return [{ at: visit.at, kind, answered_at: answer?.at ?? null }]
  })
}

/** Within how many hours a call for a doctor is to be answered (民发〔2023〕5号 二: urgent needs are reported the same day). */
export const answerHours = 24

/** Whether a call was answered within its hours. */
export const isInTime = ({ at, answered_at }: Call): boolean =>
  answered_at !== null && Date.parse(answered_at) - Date.parse(at) <= answerHours * 3_600_000

const isUrgent = ({ kind }: Call) => kind !== 'need'

/** Whether somebody with these calls is one of those whom a figure of calls counts. */
export const callsCount: Readonly<Record<GoalPart, (calls: readonly Call[]) => boolean>> = {
  asked: (calls) => calls.length > 0,
  helped: (calls) => calls.length > 0 && calls.every(({ answered_at }) => answered_at !== null),
  transfers: (calls) => calls.some(isUrgent),
  in_time: (calls) => calls.some(isUrgent) && calls.filter(isUrgent).every(isInTime),
}

/** Counts key persons by colour, the reddest first; colours that nobody has are left out, and no row stands for zero. */
export function goalOf(people: readonly GoalPerson[]): GoalRow[] {
  return (['red', 'yellow', 'green', null] as const).flatMap((colour) => {
    const own = people.filter((person) => person.colour === colour)
    if (own.length === 0) return []
    const count = (holds: (person: GoalPerson) => boolean) => own.filter(holds).length
    const called = (part: GoalPart) => count(({ calls }) => callsCount[part](calls))
    return [
      {
        colour,
        people: own.length,
        in_rhythm: count(({ contact }) => contact.state === 'done'),
        overdue: count(({ contact }) => contact.state === 'due'),
        no_answer: count(({ contact }) => contact.state === 'no-answer'),
        without_contact: count(({ contact }) => contact.last === null),
        ...{ asked: called('asked'), helped: called('helped') },
        ...{ transfers: called('transfers'), in_time: called('in_time') },
      },
    ]
  })
}
