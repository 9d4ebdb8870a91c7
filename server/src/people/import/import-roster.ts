import type { ImportReply } from '@wangdi/domain/people/import.api.ts'
import { doorKey } from '@wangdi/domain/people/roster/address.ts'
import { textOf } from '@wangdi/domain/people/roster/cells.ts'
import type { RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { type Doors, openDoors } from '../../places/index.ts'
import type { Request } from '../../platform/serve.ts'
import { keepElderFacts } from './elder-facts.ts'
import { fillGaps, insertArrivals, insertMarks, insertPeople, learnTableSizes } from './import.queries.ts'
import type { FileToJudge, JudgedPage, Opened } from './reading/judge-file.ts'
import type { JudgedRoster } from './reading/judged-roster.ts'
import { type Matching, openMatching, type ReadyEntry } from './matching.ts'
import { type Sealed, sealEntries } from './seal-entries.ts'
import { addPage, type Growing, startOutcome, tellSheets } from './reading/outcome.ts'
import { addToPile, type Undecided } from '../pile/pile.queries.ts'
import { setProgress } from './progress.ts'
import { sealRejects } from './rejects/rejects.ts'
import { arrivalsOf, elderFactsOf, gapsOf, marksOf, newPerson, placeEntries, type Placed } from './rows-of-page.ts'
import { rememberHeads } from './remembered-heads.queries.ts'
import { dropOldRejects, insertRun } from './runs.queries.ts'
import { keepTrace, startTrace, type Trace } from './undo/trace.queries.ts'

type Ground = Pick<Request<unknown>, 'db' | 'fields' | 'actor' | 'today' | 'at'>

/** One run while it goes: what it stands on and what it has come to. */
interface Run {
  readonly ground: Ground
  readonly id: Id
  readonly kind: RosterKind
  readonly place: string
  readonly doors: Doors
  readonly matching: Matching
  readonly outcome: Growing
  readonly personByRow: Map<number, Id>
  readonly undecided: Undecided[]
  readonly rejects: JudgedPage['rejected'][number][]
  readonly trace: Trace
  matched: number
  added: number
}

/**
 * Saves a judged file within the transaction of its command, page after page: whatever fails, nothing of the file stays; a
 * repeat of the command gives the first answer.
 */
export async function importRoster(
  ground: Ground,
  id: Id,
  file: Pick<FileToJudge, 'kind' | 'place' | 'columns'>,
  roster: JudgedRoster,
): Promise<ImportReply> {
  const { db, actor } = ground
  const { kind, place } = file
  const run: Run = {
    ground,
    id,
    kind,
    place,
    doors: await openDoors(db, place, doorKey),
    matching: await openMatching(db, place, kind, actor.place),
    outcome: startOutcome(),
    personByRow: new Map(),
    undecided: [],
    rejects: [],
    trace: startTrace(),
    matched: 0,
    added: 0,
  }
  tellSheets(run.outcome, roster.opened)
  setProgress(id, actor.account, 'matching', 0)
  await savePages(run, roster)
  noteDoubts(run, roster.told.doubts)
  setProgress(id, actor.account, 'saving', run.outcome.rows)
  const { headsKey, heads } = roster.opened
  if (file.columns) {
    const named = { heads: headsKey, columns: heads.columns }
    run.trace.named({ ...named, was: (await rememberHeads(db, place, kind, named, actor.account)) ?? null })
  }
  const reply = await finish(run, headsOf(roster.opened))
  setProgress(id, actor.account, 'done', run.outcome.rows)
  return reply
}

async function savePages(run: Run, roster: JudgedRoster): Promise<void> {
  // One page is written while the next is made ready.
  let writing: Promise<void> = Promise.resolve()
  for await (const { page, names } of roster.pages()) {
    const sealed = await sealEntries(run.ground.fields, page.entries, names)
    await writing
    addPage(run.outcome, page)
    run.rejects.push(...page.rejected)
    setProgress(run.id, run.ground.actor.account, 'matching', page.lastRow)
    writing = savePage(run, page, sealed)
    writing.catch(() => {}) // awaited with the next page; until then a failure must not end the process
  }
  await writing
}

const headsOf = ({ firstRows, heads }: Opened) => (firstRows.find(({ row }) => row === heads.headRow)?.cells ?? []).map(textOf)

async function savePage(run: Run, page: JudgedPage, sealed: readonly Sealed[]): Promise<void> {
  const { ground, place, doors, matching, trace } = run
  const { db, today, actor } = ground
  const named = [...page.entries.flatMap(({ door, use }) => (door ? [{ door, use }] : [])), ...page.dwellings]
  trace.doors(
    await doors.ensure(named),
    named.flatMap(({ door }) => doors.idOf(door) ?? []),
  )
  const entries = sealed.map(
    (entry): ReadyEntry => ({ ...entry, dwelling: (entry.entry.door && doors.idOf(entry.entry.door)) ?? null }),
  )
  const placed = await enterNew(run, placeEntries(entries, await matching.match(entries)))
  const held = placed.filter(({ match }) => match.same)
  trace.people(placed)
  trace.filled(
    await fillGaps(
      db,
      place.slice(0, 6),
      actor.account,
      held.map(({ id, ready }) => gapsOf(id, ready)),
    ),
  )
  const marks = placed.flatMap(({ id, ready }) => marksOf(id, ready.entry, today))
  trace.made('person_mark', await insertMarks(db, place, marks))
  trace.made('arrival', await insertArrivals(db, place, actor.account, placed.flatMap(arrivalsOf)))
  const facts = placed.flatMap(({ id, ready }) => elderFactsOf(id, ready.entry))
  if (facts.length > 0) trace.made('health_fact', await keepElderFacts(db, place, today, actor.account, facts))
  if (run.personByRow.size === 0) await learnTableSizes(db, place.slice(0, 6))
  for (const one of placed) notePlaced(run, one)
  noteDuplicates(run, page)
}

// Whoever was entered by hand under the same number since the page was matched is somebody held, as on a later page.
async function enterNew({ ground, place, matching }: Run, placed: readonly Placed[]): Promise<readonly Placed[]> {
  const fresh = placed.filter(({ match }) => !match.same)
  const made = await insertPeople(
    ground.db,
    place,
    fresh.map(({ id, ready }) => newPerson(id, ready)),
  )
  const late = fresh.flatMap(({ id, ready }) => (made.has(id) ? [] : [ready]))
  if (late.length === 0) return placed
  const again = new Map(placeEntries(late, await matching.match(late, true)).map((one) => [one.ready, one]))
  return placed.map((one) => again.get(one.ready) ?? one)
}

function notePlaced(run: Run, { id, ready, match }: Placed): void {
  const { entry, dwelling } = ready
  run.personByRow.set(entry.row, id)
  if (match.counts) run.matched += 1
  if (!match.same) {
    run.added += 1
    run.matching.entered(id)
  }
  if (match.likes.length > 0) run.outcome.doubtful.push({ row: entry.row, like: match.likes.map((like) => like.id) })
  for (const like of match.likes) run.undecided.push({ kind: 'look-alike', person: id, other: like.id, row: entry.row })
  if (entry.doorText !== undefined && !match.same?.dwelling)
    run.undecided.push({ kind: 'door-unread', person: id, words: entry.doorText, row: entry.row })
  for (const words of entry.open) run.undecided.push({ kind: 'words-unclear', person: id, words, row: entry.row })
  const moved = run.kind === 'residents' && entry.door && match.same?.dwelling && dwelling && match.same.dwelling !== dwelling
  if (moved && entry.door) run.undecided.push({ kind: 'other-address', person: id, door: entry.door, row: entry.row })
}

function noteDuplicates(run: Run, page: JudgedPage): void {
  for (const { row, sameAsRow, otherAddress, entry } of page.duplicates) {
    const person = run.personByRow.get(sameAsRow)
    if (otherAddress && person && entry.door) run.undecided.push({ kind: 'other-address', person, door: entry.door, row })
  }
}

function noteDoubts(run: Run, doubts: readonly { row: number; like: readonly number[] }[]): void {
  for (const { row, like } of doubts) {
    run.outcome.doubtful.push({ row, like: [...like] })
    const person = run.personByRow.get(row)
    for (const other of like.map((twin) => run.personByRow.get(twin)))
      if (person && other && person !== other) run.undecided.push({ kind: 'look-alike', person, other, row })
  }
}

async function finish(run: Run, heads: readonly string[]): Promise<ImportReply> {
  const { ground, id, kind, place, outcome } = run
  const { rows, ...told } = outcome
  const counts = {
    accepted: told.accepted,
    rejected: told.rejected.length,
    duplicates: told.duplicates.length,
    not_people: told.not_people.length,
    hidden_rows: told.hidden_rows,
    doubtful: told.doubtful.length,
    warnings: told.warnings.length,
    vacant_dwellings: told.vacant_dwellings,
    matched: run.matched,
    people_added: run.added,
    dwellings_added: run.doors.added(),
  }
  await dropOldRejects(ground.db, ground.at)
  await insertRun(
    ground.db,
    { id, place, kind, rows, ...counts },
    { by: ground.actor.account, at: ground.at },
    told,
    sealRejects(ground.fields, heads, run.rejects),
  )
  await keepTrace(ground.db, place, id, run.trace)
  const toSettle = await addToPile(ground.db, place, id, run.undecided)
  return {
    id,
    ...outcome,
    matched: run.matched,
    to_settle: toSettle,
    people_added: run.added,
    dwellings_added: run.doors.added(),
  }
}
