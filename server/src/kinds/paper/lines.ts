import { shanghaiDay, shanghaiTime } from '@wangdi/domain/day.ts'
import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { type PaperShow, shownVersion } from '@wangdi/domain/kinds/document/document.rules.ts'
import { type DocumentKind, versionStates } from '@wangdi/domain/kinds/document/document.ts'
import { type Values, w } from '@wangdi/domain/kinds/fields.ts'
import type { Language } from '@wangdi/domain/kinds/paper/cells.ts'
import { chosenValues, isOverdue, overdueBefore } from '@wangdi/domain/kinds/register/register.rules.ts'
import { type RegisterKind, registerStates } from '@wangdi/domain/kinds/register/register.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { turnOf } from '@wangdi/domain/kinds/request/standing.rules.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { standingChecks, standingsOf, turnOfRound } from '@wangdi/domain/kinds/round/round.rules.ts'
import { type RoundKind, roundStandings } from '@wangdi/domain/kinds/round/round.ts'
import { isLate, urgencies, type Urgency } from '@wangdi/domain/kinds/terms/term.rules.ts'
import { partyWords } from '@wangdi/domain/kinds/words.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Cell } from '@wangdi/domain/sheet.ts'
import type { Request } from '../../platform/serve.ts'
import { listPapers } from '../document/document.queries.ts'
import { listThings } from '../register/thing.queries.ts'
import type { ThingsAmong } from '../register/thing.queries.ts'
import { lastLooks, listChecks, listTargets } from '../round/check.queries.ts'
import { listAsked } from '../request/list.queries.ts'
import type { AskedAmong } from '../request/list.queries.ts'
import { openPhones } from '../request/seal-phones.ts'
import { placeNames, readSaidOf } from './export.queries.ts'

/** A row of a list on its way out: what the mechanism says of it, and what was said in its fields. */
export interface Line {
  readonly row: Readonly<Record<string, Cell>>
  readonly values: Values
  /** Whom or whose door it is about. */
  readonly about: Id | null
}

/** Which list leaves: what the page shows. */
export interface Taken {
  readonly place: PlaceCode
  readonly show: string
  readonly choices: Readonly<Record<string, string>>
  readonly language: Language
  /** One more than may leave is read, so that too many are told. */
  readonly most: number
}

const clock = (moment: string | number) => `${shanghaiDay(moment)} ${shanghaiTime(moment)}`

async function linesOfRequests(kind: RequestKind, request: Request<never>, taken: Taken): Promise<Line[]> {
  const { db, actor, at, today, reach, fields: cipher } = request
  const { place, show, choices, language, most } = taken
  const among: AskedAmong = {
    ...{ kind: kind.name, at: actor.place, place, show: show as AskedAmong['show'], now: at, choices, page: 0, size: most + 1 },
    gridsOf: reach === 'grid' ? { account: actor.account, day: today } : undefined,
  }
  const { rows } = await listAsked(db, among)
  const said = await readSaidOf(
    db,
    rows.map(({ id }) => id),
  )
  const names = await placeNames(
    db,
    rows.flatMap(({ community, standing }) => [community, turnOf(standing) ?? community]),
  )
  const now = at.toISOString()
  const say = (words: Words | undefined) => words?.[language]
  const late = language === 'zh' ? '，超时' : ', late'
  return rows.map(({ id, number, at: when, community, door, urgency, standing, doer, person, dwelling }) => {
    const { state, due_at, waits_on, result } = standing
    const turn = turnOf(standing)
    const party = waits_on ? say(partyWords[waits_on]) : undefined
    return {
      row: {
        ...{
          number,
          at: clock(when.getTime()),
          place: names.get(community) ?? community,
          door: door ? doorText(door) : undefined,
        },
        urgency: say(urgencies[urgency as Urgency]),
        due: due_at === null ? undefined : `${clock(due_at)}${isLate(due_at, now) ? late : ''}`,
        state: say(flowOf(kind.flow).states[state]?.words),
        holder: doer ?? (turn === null ? party : (names.get(turn) ?? turn)),
        result: result === null ? undefined : say(kind.results?.[result]),
      },
      values: openPhones(cipher, kind.fields, said.get(id) ?? {}),
      about: person ?? dwelling,
    }
  })
}

async function linesOfThings(kind: RegisterKind, request: Request<never>, taken: Taken): Promise<Line[]> {
  const { db, today, fields: cipher } = request
  const { place, show, choices, language, most } = taken
  const { own, ...rest } = choices
  const before = overdueBefore(kind, today)
  const among: ThingsAmong = {
    ...{ kind: kind.name, place, show: show as ThingsAmong['show'], own, before, page: 0, size: most + 1 },
    choices: chosenValues(kind, rest),
  }
  const { rows } = await listThings(db, among)
  const names = await placeNames(
    db,
    rows.map(({ community }) => community),
  )
  const overdue = kind.visits ? w('，该走访', ', to be visited') : w('，没按时看', ', not looked at in time')
  return rows.map(({ community, standing }) => {
    const { state, own: kept, basis, own_since, review_on, values } = standing
    const words = state === 'live' && kept !== null ? kind.states?.[kept] : undefined
    const shown = words ?? (state === 'none' ? undefined : registerStates[state])
    const from = own_since !== null && basis !== null ? `${basis}（${own_since}）` : undefined
    return {
      row: {
        place: names.get(community) ?? community,
        state: shown && `${shown[language]}${isOverdue(standing, before) ? overdue[language] : ''}`,
        basis: from,
        review: review_on === null ? undefined : { day: review_on },
      },
      values: openPhones(cipher, kind.fields, values),
      about: null,
    }
  })
}

async function linesOfDocuments(kind: DocumentKind, request: Request<never>, taken: Taken): Promise<Line[]> {
  const { db, today, fields: cipher } = request
  const { place, show, choices, language, most } = taken
  const shows = show as PaperShow
  const { rows } = await listPapers(db, { kind: kind.name, place, show: shows, today, choices, page: 0, size: most + 1 })
  const names = await placeNames(
    db,
    rows.map(({ community }) => community),
  )
  const day = (on: Day | null | undefined) => (on === null || on === undefined ? undefined : { day: on })
  return rows.map(({ community, standing }) => {
    const shown = shownVersion(standing, shows)
    return {
      row: {
        ...{ number: shown?.issued?.number, place: names.get(community) ?? community },
        ...{ state: shown && versionStates[shown.state][language], received: shown?.received.length },
        ...{ from: day(shown?.in_force_from), until: day(shown?.until), review: day(standing.review_on) },
      },
      values: openPhones(cipher, kind.fields, shown?.values ?? {}),
      about: null,
    }
  })
}

async function linesOfRound(kind: RoundKind, request: Request<never>, taken: Taken): Promise<Line[]> {
  const { db, today } = request
  const { place, show, language, most } = taken
  const turn = turnOfRound(kind, today)
  const targets = await listTargets(db, kind, place)
  const checks = await listChecks(db, kind, place, turn)
  const standings = standingsOf(kind, targets, checks, turn)
  const said = new Map(standingChecks(checks).map(({ target, values }) => [target, values]))
  const shown = targets
    .filter(({ id }) => (show === 'all' ? standings.get(id) !== 'outside' : standings.get(id) === show))
    .slice(0, most + 1)
  const last = await lastLooks(
    db,
    kind,
    shown.map(({ id }) => id),
  )
  const names = await placeNames(
    db,
    shown.map(({ community }) => community),
  )
  return shown.map(({ id, title, community }) => {
    const standing = standings.get(id) ?? 'not-reached'
    const exceptions = kind.fields[kind.result.field]?.values ?? {}
    const words = roundStandings[standing as keyof typeof roundStandings] ?? exceptions[standing]
    const on = last.get(id)
    return {
      row: { title, place: names.get(community) ?? community, state: words?.[language], last: on && { day: on } },
      values: said.get(id) ?? {},
      about: null,
    }
  })
}

/** The rows of a list of a kind as its page shows them to this reader, one more than may leave at most. */
export function linesOf(kind: Kind, request: Request<never>, taken: Taken): Promise<Line[]> {
  switch (kind.mechanism) {
    case 'request':
      return linesOfRequests(kind, request, taken)
    case 'register':
      return linesOfThings(kind, request, taken)
    case 'round':
      return linesOfRound(kind, request, taken)
    case 'document':
      return linesOfDocuments(kind, request, taken)
  }
}
