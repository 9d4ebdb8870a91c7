import { reachOf } from '@wangdi/domain/access/access.ts'
import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { CountedPart } from '@wangdi/domain/kinds/counted.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { roundVerbs } from '@wangdi/domain/kinds/round/round.api.ts'
import {
  checkCoverage,
  findingsIn,
  standingChecks,
  standingOfTarget,
  standingsOf,
  turnOfRound,
  whyNotCheck,
} from '@wangdi/domain/kinds/round/round.rules.ts'
import type { RoundKind } from '@wangdi/domain/kinds/round/round.ts'
import { settle } from '@wangdi/domain/kinds/when.ts'
import { problems as common, refuse, type Words } from '@wangdi/domain/problem.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { type Request, type Served, serve } from '../../platform/serve.ts'
import { attachFiles } from '../file/attach.ts'
import { refuseStrays } from '../pointing/judge.ts'
import { namesOf } from '../pointing/names.ts'
import { beginRequest } from '../request/begin.ts'
import { requestOf } from '../inbox/inbox.ts'
import {
  findCheck,
  findTarget,
  insertCheck,
  type KeptTarget,
  lastLooks,
  listChecks,
  listChecksOf,
  listTargets,
} from './check.queries.ts'

async function getTarget(db: Db, kind: RoundKind, thing: Id): Promise<KeptTarget> {
  const target = await findTarget(db, kind, thing)
  if (!target) throw common.notFound({})
  return target
}

/** The findings of a look in words: the item that was answered with no. */
function wordsOfFindings(kind: RoundKind, values: Values): Words[] {
  return findingsIn(kind, { values }).flatMap(({ field, item }) => kind.fields[field]?.values?.[item] ?? [])
}

const seeing = (kind: RoundKind, endpoint: Endpoint): Served =>
  serve(endpoint, {
    run: async ({ db, input, today }) => {
      const {
        place,
        show,
        counted,
        page = 0,
        size = 50,
      } = input as unknown as {
        place: PlaceCode
        show: string
        counted?: CountedPart
        page?: number
        size?: number
      }
      const turn = turnOfRound(kind, today)
      const targets = await listTargets(db, kind, place)
      const standings = standingsOf(kind, targets, await listChecks(db, kind, place, turn), turn)
      const { due, done, notReached, exceptions } = checkCoverage(standings.values())
      const shown = targets.filter(({ id }) => {
        const standing = standings.get(id)
        if (counted === 'done' || counted === 'left')
          return standing !== 'outside' && (standing === 'done') === (counted === 'done')
        return show === 'all' ? standing !== 'outside' : standing === show
      })
      const rows = shown.slice(page * size, (page + 1) * size)
      const last = await lastLooks(
        db,
        kind,
        rows.map(({ id }) => id),
      )
      return {
        rows: rows.map(({ id, title, community }) => ({
          ...{ id, title, community, standing: standings.get(id) ?? 'not-reached', last_on: last.get(id) ?? null },
        })),
        total: shown.length,
        turn: { ...turn, due, done, notReached, exceptions },
      }
    },
  })

const getting = (kind: RoundKind, endpoint: Endpoint): Served =>
  serve(endpoint, {
    about: async (db, input) => ({ place: (await getTarget(db, kind, (input as unknown as { id: Id }).id)).community }),
    run: async (request) => {
      const { db, actor, input, today } = request
      const { id } = input as unknown as { id: Id }
      const target = await getTarget(db, kind, id)
      const checks = await listChecksOf(db, kind, id)
      const turn = turnOfRound(kind, today)
      const held = new Set(standingChecks(checks).map((check) => check.id))
      const inTurn = standingChecks(checks).filter(({ at }) => shanghaiDay(at) >= turn.from && shanghaiDay(at) <= turn.to)
      return {
        ...{ id, title: target.title, standing: standingOfTarget(kind, target, inTurn) },
        checks: checks.map(({ id: check, at, name, values }) => ({
          ...{ id: check, at, by: name, fields: values, replaced: !held.has(check) },
          findings: wordsOfFindings(kind, values),
        })),
        names: await namesOf(
          request,
          checks.map(({ values }) => [kind.fields, values]),
        ),
        may: target.outside ? [] : kind.acts.filter((act) => reachOf(`${kind.name}.${act}`, actor.role)),
      }
    },
  })

interface Said {
  readonly id: Id
  readonly thing?: Id
  readonly replaces?: Id
  readonly v: number
  readonly fields: Values
}

async function thingOf(db: Db, kind: RoundKind, { thing, replaces }: Said): Promise<Id> {
  if (replaces === undefined) return thing ?? ''
  const corrected = await findCheck(db, kind.name, replaces)
  if (!corrected) throw common.notFound({})
  return corrected.thing
}

const aboutOf = (kind: RoundKind) => async (db: Db, input: object) => {
  const target = await getTarget(db, kind, await thingOf(db, kind, input as Said))
  return { place: target.community }
}

/** Keeps a look, and opens a finding for each "no" of its checklists where the kind says so. */
async function record(kind: RoundKind, request: Request<never>) {
  const { db, actor, at, note } = request
  const said = request.input as unknown as Said
  const { id, v, fields, replaces = null } = said
  const target = await getTarget(db, kind, await thingOf(db, kind, said))
  const moment = at.toISOString()
  const day = shanghaiDay(moment)
  const turn = turnOfRound(kind, day)
  const check = { target: target.id, values: fields }
  refuse(whyNotCheck(kind, check, { from: turn.from, until: null }, target.outside ? [] : [target], day, v))
  const { values } = settle(kind.fields, fields, v)
  await refuseStrays(request, kind.fields, values, { place: target.community })
  await insertCheck(db, kind, { ...target, id, thing: target.id }, { at: moment, day, by: actor.account, values, replaces })
  const owner = { of: 'look', id, replaces, community: target.community, health: kind.health === true } as const
  await attachFiles(db, { kind: kind.name, by: actor.account }, { fields: kind.fields, values }, owner)
  const findings = kind.finding && replaces === null ? wordsOfFindings(kind, values) : []
  const finding = kind.finding && requestOf(kind.finding)
  for (const { zh } of finding ? findings : [])
    if (finding)
      await beginRequest(finding, request, {
        ...{ place: target.community, dwelling: null, person: null, thing: target.id },
        ...{ way: 'desk', urgency: 'soon', v: finding.version, fields: { where: target.title, what: `不合要求：${zh}` } },
      })
  note({ thing: target.id, check: id })
  const standing = standingOfTarget(kind, target, [{ id, at: moment, ...check, values }])
  return { id, standing, findings: findings.length }
}

/** All verbs of a round, as they follow from its declaration. */
export function serveRound(kind: RoundKind): readonly Served[] {
  const { see, get, record: recording, replace } = roundVerbs(kind)
  const doing = (endpoint: Endpoint) =>
    serve(endpoint, { about: aboutOf(kind), run: (request) => record(kind, request as Request<never>) })
  return [seeing(kind, see), getting(kind, get), doing(recording), ...(replace ? [doing(replace)] : [])]
}
