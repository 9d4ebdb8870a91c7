import { randomBytes } from 'node:crypto'
import { reachOf } from '@wangdi/domain/access/access.ts'
import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { CountedPart } from '@wangdi/domain/kinds/counted.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { codeBytes, makeCode, numberOf } from '@wangdi/domain/kinds/document/code.ts'
import { documentVerbs, type StandingPart } from '@wangdi/domain/kinds/document/document.api.ts'
import {
  isPaperOverdue,
  isPaperUnready,
  mayActOnPaper,
  newestOf,
  type Paper,
  paperAfter,
  paperColumnsOfList,
  type PaperShow,
  receiptColumns,
  shownVersion,
  unsaved,
  whyNotPaperAct,
} from '@wangdi/domain/kinds/document/document.rules.ts'
import type { DocumentAct, DocumentKind, Issued, PaperAct, Version } from '@wangdi/domain/kinds/document/document.ts'
import type { Field, Values } from '@wangdi/domain/kinds/fields.ts'
import { problems } from '@wangdi/domain/kinds/kinds.problems.ts'
import { momentAfter } from '@wangdi/domain/kinds/order.ts'
import { settle } from '@wangdi/domain/kinds/when.ts'
import { thingFiltersOf } from '@wangdi/domain/kinds/register/register.rules.ts'
import { committeeName, shortName } from '@wangdi/domain/places/places.ts'
import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import type { Day, Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { v7 as newId } from 'uuid'
import { countyOf, type Db } from '../../platform/db.ts'
import { countedIds } from '../count-kind.queries.ts'
import { movedBy } from '../../platform/moved.ts'
import type { FieldCipher } from '../../platform/secrets/fields.ts'
import { type Request, type Served, serve } from '../../platform/serve.ts'
import { placeNames } from '../paper/export.queries.ts'
import { attachFiles } from '../file/attach.ts'
import { refuseStrays } from '../pointing/judge.ts'
import { namesOf } from '../pointing/names.ts'
import { openPhones, sealPhones } from '../request/seal-phones.ts'
import {
  findPaper,
  insertPaperAct,
  isTitleTaken,
  type KeptPaper,
  listPaperActs,
  listPapers,
  lockPaper,
  savePaper,
  takeNumber,
  writersOf,
} from './document.queries.ts'
import { countStanding, listStanding } from './heads.queries.ts'
import { listTries, type Tries } from './tries.queries.ts'

const shownIn = (columns: readonly [string, Field][], values: Values): Values =>
  Object.fromEntries(
    columns.flatMap(([name, { type }]) => (values[name] === undefined || type === 'phone' ? [] : [[name, values[name]]])),
  )

/** How a document is shown: in which part of a list, on which day, with the name of its place and what its drills found. */
interface Shown {
  readonly show: PaperShow
  readonly today: Day
  readonly place_name?: string | null
  readonly tried?: Tries | undefined
}

/** A document as lists show it on a day. */
function paperRow(
  kind: DocumentKind,
  { id, community, title, standing }: KeptPaper,
  { show, today, place_name = null, tried }: Shown,
) {
  const shown = shownVersion(standing, show)
  const values = shown?.values ?? {}
  const newer = standing.in_force !== null && isPaperUnready(standing)
  return {
    ...{
      id,
      kind: kind.name,
      community,
      place_name,
      newer,
      tried: tried ?? null,
      title: show === 'unready' ? String(values[kind.title] ?? '') : title,
    },
    ...{ version: shown?.version ?? 1, state: shown?.state ?? 'draft', number: shown?.issued?.number ?? null },
    ...{ in_force_from: shown?.in_force_from ?? null, until: shown?.until ?? null, review_on: standing.review_on },
    ...{ overdue: isPaperOverdue(standing, today), received: shown?.received.length ?? 0 },
    details: shownIn(paperColumnsOfList(kind), values),
    receipt: shownIn(receiptColumns(kind), shown?.received.at(-1)?.values ?? {}),
  }
}

async function getPaper(db: Db, kind: DocumentKind, id: Id): Promise<KeptPaper> {
  const paper = await findPaper(db, kind.name, id)
  if (!paper) throw common.notFound({})
  return paper
}

const communitiesOf = (rows: readonly KeptPaper[]) => rows.map(({ community }) => community)
const idsOf = (rows: readonly KeptPaper[]) => rows.map(({ id }) => id)

function seeing(kind: DocumentKind, endpoint: Endpoint): Served {
  const choosable = thingFiltersOf(kind).map(([name]) => name)
  return serve(endpoint, {
    run: async (request) => {
      const { db, input, today } = request
      const said = input as unknown as { place: PlaceCode; show: PaperShow; counted?: CountedPart; page?: number; size?: number }
      const { place, show, counted, page = 0, size = 50 } = said
      const chosen = Object.entries(input as Record<string, unknown>).filter(([name]) => choosable.includes(name))
      const choices = Object.fromEntries(chosen.map(([name, value]) => [name, String(value)]))
      const among = counted && { among: countedIds(db, { kind, place, day: today, part: counted }) }
      const { rows, ...counts } = await listPapers(db, { kind: kind.name, place, show, today, choices, ...among, page, size })
      const placed = place.length === 12 ? undefined : await placeNames(db, communitiesOf(rows))
      const tries = kind.tried && (await listTries(db, idsOf(rows)))
      const told = (row: KeptPaper): Shown => ({
        ...{ show, today, place_name: placed ? (placed.get(row.community) ?? row.community) : null },
        tried: tries?.get(row.id),
      })
      const shown = rows.map((row) => paperRow(kind, row, told(row)))
      const names = await namesOf(
        request,
        shown.flatMap(({ details, receipt }) => [[kind.fields, details] as const, [kind.receipt ?? {}, receipt] as const]),
      )
      return { ...counts, rows: shown, names }
    },
  })
}

const aboutPaper = (kind: DocumentKind) => async (db: Db, input: object) => {
  const { community } = await getPaper(db, kind, (input as { id: Id }).id)
  return { place: community }
}

// The first version is about the place where it is written; every later one about the document that there is.
const aboutSaved = (kind: DocumentKind) => async (db: Db, input: object) => {
  const { id, place } = input as { id: Id; place: PlaceCode }
  return { place: (await findPaper(db, kind.name, id))?.community ?? place }
}

function versionTold(kind: DocumentKind, cipher: FieldCipher, version: Version, writers: ReadonlyMap<Id, string>) {
  const { by, at, values, issued, received, in_force_from, until, state } = version
  return {
    ...{ version: version.version, state, at, by: writers.get(by) ?? '', in_force_from, until },
    ...{ issuer: issued?.issuer ?? null, number: issued?.number ?? null, code: issued?.code ?? null },
    fields: openPhones(cipher, kind.fields, values),
    received: received.map((one) => ({ on: one.on, fields: openPhones(cipher, kind.receipt ?? {}, one.values) })),
  }
}

// All that was said in any version and in whatever received it.
const saidIn = (kind: DocumentKind, { versions }: Paper) =>
  versions.flatMap(({ values, received }) => [
    [kind.fields, values] as const,
    ...received.map((one) => [kind.receipt ?? {}, one.values] as const),
  ])

const getting = (kind: DocumentKind, endpoint: Endpoint): Served =>
  serve(endpoint, {
    about: aboutPaper(kind),
    run: async (request) => {
      const { db, actor, input, today, fields: cipher, note } = request
      const { id } = input as unknown as { id: Id }
      const paper = await getPaper(db, kind, id)
      const writers = await writersOf(db, paper.standing)
      const name = (await placeNames(db, [paper.community])).get(paper.community) ?? paper.community
      const tried = kind.tried && (await listTries(db, [id])).get(id)
      note({ paper: id })
      return {
        row: paperRow(kind, paper, { show: 'in-force', today, place_name: name, tried }),
        versions: [...paper.standing.versions].reverse().map((version) => versionTold(kind, cipher, version, writers)),
        names: await namesOf(request, saidIn(kind, paper.standing)),
        acts: await listPaperActs(db, id),
        may: mayActOnPaper(kind, paper.standing, actor.account).filter(({ act }) => reachOf(`${kind.name}.${act}`, actor.role)),
      }
    },
  })

interface Said {
  readonly id: Id
  readonly place?: PlaceCode
  readonly version: number
  readonly v?: number
  readonly fields?: Values
  readonly ground?: string
}

/** Who gives it out, the next number of theirs, and a new code. */
async function issueOf(db: Db, kind: DocumentKind, community: PlaceCode, day: Day): Promise<Issued> {
  const name = (await placeNames(db, [community])).get(community) ?? community
  const year = Number(day.slice(0, 4))
  const serial = await takeNumber(db, kind.name, community, year)
  return {
    issuer: committeeName(name),
    number: numberOf(`${shortName(name)}${kind.letters}`, year, serial),
    code: makeCode(countyOf(db), randomBytes(codeBytes)),
  }
}

// Whoever writes on while somebody else has saved is told who, and when.
async function refuseMoved(db: Db, paper: Paper, version: number, today: Day): Promise<void> {
  const newest = newestOf(paper)
  if (!newest || version !== newest.version) return
  const by = (await writersOf(db, paper)).get(newest.by) ?? ''
  throw movedBy({ by, at: new Date(newest.at) }, newest.version, today)
}

const comesIntoForce = (before: Paper, after: Paper): boolean => after.in_force !== null && after.in_force !== before.in_force

/** Every act goes the same way: judged by what the document is now, kept, and with it what the document is then. */
async function actOnPaper(kind: DocumentKind, name: DocumentAct, request: Request<never>) {
  const { db, actor, at, command, today, fields: cipher, note } = request
  const { id, place, version, v = kind.version, fields, ground } = request.input as unknown as Said
  await lockPaper(db, id)
  const known = name === 'save' ? await findPaper(db, kind.name, id) : await getPaper(db, kind, id)
  const before = known?.standing ?? unsaved
  const moment = momentAfter(before.last_at, at.toISOString())
  const asked = name === 'receive' ? (kind.receipt ?? {}) : kind.fields
  const community = known?.community ?? place ?? actor.place
  const told = {
    ...{ act: name, by: actor.account, place: actor.place, version },
    ...(fields && { values: sealPhones(cipher, asked, fields) }),
    ...(ground !== undefined && { ground }),
  }
  if (name === 'save' && known) await refuseMoved(db, before, version, today)
  refuse(whyNotPaperAct(kind, told, before, moment, v))
  if (!known && kind.alike && (await isTitleTaken(db, kind, community, fields ?? {}))) throw problems.titleTaken({})
  const settled = settle(asked, fields ?? {}, v).values
  const earlier = name === 'save' ? newestOf(before)?.values : undefined
  await refuseStrays(request, asked, settled, { place: community, before: earlier ?? {} })
  const done: PaperAct = { ...told, id: command ?? newId(), at: moment }
  const holds = comesIntoForce(before, paperAfter(kind, before, done))
  const act = holds ? { ...done, issued: await issueOf(db, kind, community, shanghaiDay(moment)) } : done
  const paper = paperAfter(kind, before, act)
  const touched = { id, community, at: moment, by: actor.account, isNew: !known }
  await savePaper(db, kind, touched, paper, shanghaiDay(moment))
  await insertPaperAct(db, { id, kind: kind.name, community }, act)
  const owner = { of: 'document', id, community, health: kind.health === true } as const
  await attachFiles(
    db,
    { kind: kind.name, by: actor.account },
    { fields: asked, values: settle(asked, told.values ?? {}, v).values },
    owner,
  )
  note({ paper: id })
  const now = paper.versions.find((one) => one.version === version)
  return { id, version, state: now?.state ?? 'draft', number: now?.issued?.number ?? null }
}

interface StandingAsked {
  readonly place: PlaceCode
  readonly value?: string
  readonly part?: StandingPart
  readonly page?: number
  readonly size?: number
}

const standingOf = (kind: DocumentKind, endpoint: Endpoint, each: string): Served =>
  serve(endpoint, {
    run: async ({ db, input, today }) => {
      const { place, value, part, page = 0, size = 50 } = input as unknown as StandingAsked
      const below = { kind: kind.name, place, each, today }
      const values = Object.keys(kind.fields[each]?.values ?? {})
      // Whoever turns the pages of a figure has it before them: nothing is counted again.
      if (value && part) return { values: [], ...(await listStanding(db, { ...below, value, part, page, size })) }
      return { values: await countStanding(db, { ...below, values }), total: 0, rows: [] }
    },
  })

/** All verbs of a document, as they follow from its declaration. */
export function serveDocument(kind: DocumentKind): readonly Served[] {
  const verbs = documentVerbs(kind)
  const doing = (endpoint: Endpoint, name: DocumentAct, about: (db: Db, input: object) => Promise<{ place: PlaceCode }>) =>
    serve(endpoint, { about, run: (request) => actOnPaper(kind, name, request as Request<never>) })
  const acts = (Object.entries(verbs.acts) as [DocumentAct, Endpoint][]).map(([name, endpoint]) =>
    doing(endpoint, name, aboutPaper(kind)),
  )
  const { see, get, save, standing } = verbs
  const counting = standing && kind.each !== undefined ? [standingOf(kind, standing, kind.each)] : []
  return [seeing(kind, see), getting(kind, get), ...counting, doing(save, 'save', aboutSaved(kind)), ...acts]
}
