import { shanghaiDay } from '@wangdi/domain/day.ts'
import {
  getImport,
  importArrivals,
  importElders,
  importProgress,
  type ImportReply,
  importRejects,
  importResidents,
  listImports,
  previewImport,
} from '@wangdi/domain/people/import.api.ts'
import type { RosterField, RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import { problems } from '@wangdi/domain/problem.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { type HeavyRequest, type Served, serve, serveHeavy } from '../../platform/serve.ts'
import { importRoster } from './import-roster.ts'
import { preview } from './preview.ts'
import { progressOf, setProgress } from './progress.ts'
import type { FileToJudge } from './reading/judge-file.ts'
import { judgeRoster, rosterLane } from './reading/judged-roster.ts'
import { rejectsLane, writeRejects } from './rejects/rejects.ts'
import { listRemembered } from './remembered-heads.queries.ts'
import { findRun, findRunPlace, listRuns } from './runs.queries.ts'
import { undoVerbs } from './undo/undo.routes.ts'

interface Named {
  readonly place: string
  readonly file: Id
  readonly sheet?: string
  readonly head_row?: number
  readonly columns?: { column: number; field: RosterField }[]
}

async function fileOf<I extends Named>(request: HeavyRequest<I>, kind: RosterKind): Promise<FileToJudge> {
  const { actor, today, uploads, input } = request
  return {
    path: uploads?.findPath(actor.account, input.file) ?? notFound(),
    kind,
    place: input.place,
    today,
    sheet: input.sheet,
    headRow: input.head_row,
    columns: input.columns,
    ...(input.columns ? {} : { remembered: await request.read(({ db }) => listRemembered(db, input.place, kind)) }),
  }
}

// The whole file is judged before the transaction is opened, and saved within it.
const importing =
  (kind: RosterKind) =>
  async (request: HeavyRequest<Named & { id: Id }>): Promise<ImportReply> => {
    const { actor, input, signal } = request
    const progress = (phase: 'reading' | 'failed', rows: number) => setProgress(input.id, actor.account, phase, rows)
    progress('reading', 0)
    try {
      const file = await fileOf(request, kind)
      const roster = await judgeRoster({ file, wants: 'people' }, signal, (rows) => progress('reading', rows))
      try {
        const reply = await request.write(async (ground) => {
          ground.note({ run: input.id })
          const reply = await importRoster(ground, input.id, file, roster)
          ground.saw(reply.doubtful.flatMap(({ like }) => like.filter((one) => typeof one === 'string')))
          return reply
        })
        request.uploads?.used(actor.account, input.file)
        return reply
      } finally {
        await roster.close()
      }
    } catch (error) {
      progress('failed', 0)
      throw error
    }
  }

const notFound = (): never => {
  throw problems.notFound({})
}

const ofRun = async (db: Db, { id }: { id: Id }) => {
  const place = await findRunPlace(db, id)
  if (place === undefined) throw problems.notFound({})
  return { place }
}

async function getRun(db: Db, id: Id) {
  const found = await findRun(db, id)
  if (!found) throw problems.notFound({})
  return found
}

/** The verbs of importing rosters. */
export const importVerbs: readonly Served[] = [
  ...undoVerbs,
  serveHeavy(previewImport, {
    lane: rosterLane,
    work: async (request) => {
      const shown = await preview(await fileOf(request, request.input.kind), request.signal)
      // Whoever stands in the file has no id here yet: the line says whose file was looked into.
      await request.read(async ({ input, note }) => note({ file: input.file }))
      return shown
    },
  }),
  serveHeavy(importResidents, { lane: rosterLane, work: importing('residents') }),
  serveHeavy(importElders, { lane: rosterLane, work: importing('elders') }),
  serveHeavy(importArrivals, { lane: rosterLane, work: importing('arrivals') }),
  serve(importProgress, { run: async ({ actor, input }) => progressOf(input.id, actor.account) }),
  serve(listImports, {
    run: ({ db, actor, input }) => listRuns(db, input.place ?? actor.place, input.page ?? 0, input.size ?? 50),
  }),
  serve(getImport, {
    about: ofRun,
    run: async ({ db, input }) => {
      const { run, notes } = await getRun(db, input.id)
      return { run, rejected: [...notes.rejected], warnings: [...notes.warnings] }
    },
  }),
  serveHeavy(importRejects, {
    about: ofRun,
    lane: rejectsLane,
    work: async ({ fields, input, read, signal }) => {
      const { run, rejects } = await read(async ({ db, note }) => {
        const found = await getRun(db, input.id)
        if (found.rejects === null) throw problems.notFound({})
        note({ run: found.run.id })
        return { ...found, rejects: found.rejects }
      })
      return {
        name: `没收下的行-${shanghaiDay(run.at)}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        base64: (await writeRejects(fields, rejects, signal)).toString('base64'),
      }
    },
  }),
]
