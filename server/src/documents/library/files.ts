import { createHash } from 'node:crypto'
import { enterDocument, getDocument } from '@wangdi/domain/documents/documents.api.ts'
import { problems } from '@wangdi/domain/documents/documents.problems.ts'
import { DocumentId, documentFilesPath, type FileKind, largestFile } from '@wangdi/domain/documents/documents.ts'
import { command, query } from '@wangdi/domain/endpoint.ts'
import { problems as general } from '@wangdi/domain/problem.ts'
import { Id, Text } from '@wangdi/domain/schema.ts'
import { tidierOf } from '@wangdi/domain/text/tidy-input.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { v7 as newId } from 'uuid'
import type { Db } from '../../platform/db.ts'
import { makeLane } from '../../platform/heavy/lane.ts'
import { closed } from '../../platform/http/schemas.ts'
import type { House } from '../../platform/http/house.ts'
import { strict } from '../../platform/http/schemas.ts'
import { whyMalformed } from '../../platform/http/well-formed.ts'
import { perform } from '../../platform/perform.ts'
import { type About, type Actor, serve } from '../../platform/serve.ts'
import { bytesOf } from '../../platform/uploads/bytes-of.ts'
import { passOver } from '../../platform/uploads/pass-over.ts'
import { readAll } from '../../platform/uploads/read-all.ts'
import { findEntered, findFile, findSame, keepFile } from './document.queries.ts'
import { whyNoRoom, whyNoRoomAt } from './room.queries.ts'

// Who may enter a document may add its original; who may read the one may fetch the other. The trail calls them alike.
const askToAdd = query({
  name: enterDocument.name,
  at: 'GET /documents/files',
  words: enterDocument.words,
  input: Type.Object({ document: DocumentId }),
  reply: Type.Object({}),
})
const addFile = command({
  name: enterDocument.name,
  at: 'POST /documents/files',
  words: enterDocument.words,
  input: Type.Object({ document: DocumentId, hash: Text(64, 1) }),
  reply: Type.Object({ id: Id }),
})
const fetchFile = query({
  name: getDocument.name,
  at: 'GET /documents/files/:file',
  words: getDocument.words,
  input: Type.Object({ file: Id }),
  reply: Type.Object({ name: Type.String(), kind: Type.Unsafe<FileKind>({}), bytes: Type.Unsafe<Buffer>({}) }),
})

// What the address of a file that comes up says of it.
const Said = Type.Object({ document: DocumentId, name: Type.String({ minLength: 1, maxLength: 120, 'x-text': 'line' }) })
const fits = strict.compile<Static<typeof Said>>(closed(Said))
const tidy = tidierOf(Said) ?? ((said: unknown) => said)

function saidIn(query: unknown): Static<typeof Said> {
  const why = whyMalformed(query)
  if (why) throw general.invalid({ field: 'request', why })
  const said = tidy({ ...(query as object) })
  if (!fits(said)) throw { validation: fits.errors }
  return said
}

/** Originals that come up at once: each lies in memory until it is kept, and holds its place only so long. */
export const originalsLane = makeLane({ atOnce: 8, perAccount: 2, waiting: 16, seconds: 120 })

/** How the bytes of each kind begin; a text has no mark, and none of the bytes that texts never hold. */
const beginnings: Readonly<Record<FileKind, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46],
  doc: [0xd0, 0xcf, 0x11, 0xe0],
  docx: [0x50, 0x4b, 0x03, 0x04],
  txt: [],
}

const types: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
}

/** The kind of a file by its name and its first bytes; nothing when they do not agree, or it is of no kind that is kept. */
export function kindOf(name: string, bytes: Uint8Array): FileKind | undefined {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  if (!Object.hasOwn(beginnings, ending)) return undefined
  const kind = ending as FileKind
  if (kind === 'txt') return bytes.includes(0) ? undefined : kind
  if (!beginnings[kind].every((byte, at) => bytes[at] === byte)) return undefined
  // A Word file is an archive with this folder; any other archive is none.
  return kind === 'docx' && !Buffer.from(bytes).includes('word/') ? undefined : kind
}

async function aboutDocument(db: Db, { document }: { document: string }): Promise<About> {
  const found = await findEntered(db, document)
  if (!found) throw general.notFound({})
  return { place: found.place }
}

async function keepOriginal(house: House, actor: Actor, document: string, name: string, bytes: Buffer): Promise<unknown> {
  const kind = kindOf(name, bytes)
  if (!kind || /[\\/"]/.test(name)) throw problems.fileKind({})
  const hash = createHash('sha256').update(bytes).digest('hex')
  const keeping = serve(addFile, {
    about: aboutDocument,
    run: async ({ db, input, at, note }) => {
      const { place } = (await findEntered(db, input.document)) ?? { place: actor.place }
      const same = await findSame(db, input.document, hash)
      if (same) return { id: same }
      await whyNoRoomAt(db, place, bytes.length, house.tools.originals)
      const row = { place, document: input.document, name, kind, size: bytes.length, hash, bytes }
      const id = await keepFile(db, { ...row, id: newId(), by_account: actor.account, at })
      note({ document_file: id })
      return { id }
    },
  })
  await whyNoRoom(house.db, bytes.length, house.tools.originals)
  const said = { id: newId(), at: house.tools.clock.now().toISOString() }
  return perform(house.db, house.lent, house.tools, keeping, actor, { document, hash }, said)
}

/** Opens the road of originals: bytes come up as a stream, and go down as an attachment that no browser interprets. */
export function addDocumentFiles(app: FastifyInstance, house: House): void {
  const actorOf = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await house.findActor(request)
    if (!actor) throw general.signedOut({})
    return actor
  }
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  app.post(documentFilesPath, { schema: { hide: true }, bodyLimit: largestFile + 1 }, async (request, reply) => {
    const actor = await actorOf(request)
    const body = bytesOf(request)
    try {
      const { document, name } = saidIn(request.query)
      // Judged before a byte is taken, and again when it is kept.
      const asking = serve(askToAdd, { about: aboutDocument, run: async () => ({}) })
      await perform(house.db, house.lent, house.tools, asking, actor, { document }, undefined)
      const answer = await originalsLane.enter(actor.account, undefined, async ({ signal, settle }) => {
        const bytes = await readAll(body, largestFile, signal, () => problems.fileTooLarge({}))
        settle()
        return keepOriginal(house, actor, document, name, bytes)
      })
      return reply.header('cache-control', 'no-store').send(answer)
    } catch (error) {
      passOver(body, largestFile)
      throw error
    }
  })
  app.get<{ Params: { file: string } }>(`${documentFilesPath}/:file`, { schema: { hide: true } }, async (request, reply) => {
    const actor = await actorOf(request)
    const fetching = serve(fetchFile, {
      run: async ({ db, input }) => {
        const found = await findFile(db, input.file)
        if (!found) throw general.notFound({})
        return found
      },
    })
    if (!/^[0-9a-f-]{36}$/.test(request.params.file)) throw general.notFound({})
    const { file } = request.params
    const asked = await perform(house.db, house.lent, house.tools, fetching, actor, { file }, undefined)
    const found = asked as Awaited<ReturnType<typeof findFile>> & object
    return reply
      .header('content-type', types[found.kind])
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, no-store')
      .send(found.bytes)
  })
}
