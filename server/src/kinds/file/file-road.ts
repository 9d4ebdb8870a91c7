import { createHash } from 'node:crypto'
import { reachOf } from '@wangdi/domain/access/access.ts'
import { command, type Endpoint, query } from '@wangdi/domain/endpoint.ts'
import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { fileProblems } from '@wangdi/domain/kinds/file/file.problems.ts'
import { actsWithFiles, fileRoadOf } from '@wangdi/domain/kinds/file/file.ts'
import { photoLimits } from '@wangdi/domain/kinds/file/photo-limits.ts'
import { verbOf } from '@wangdi/domain/kinds/kind.ts'
import { problems } from '@wangdi/domain/problem.ts'
import { Id } from '@wangdi/domain/schema.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { v7 as newId } from 'uuid'
import type { Db } from '../../platform/db.ts'
import { makeLane } from '../../platform/heavy/lane.ts'
import type { House } from '../../platform/http/house.ts'
import { perform } from '../../platform/perform.ts'
import { type About, type Actor, contractOf, type PhotoRules, type Request, type Served } from '../../platform/serve.ts'
import { bytesOf } from '../../platform/uploads/bytes-of.ts'
import { passOver } from '../../platform/uploads/pass-over.ts'
import { readAll } from '../../platform/uploads/read-all.ts'
import { bytesPutAt, findFile, findPut, insertFile, type KeptFile } from './file.queries.ts'
import { plainImage } from './image/plain-image.ts'
import type { PlainImage } from './image/reading.ts'

/** Photos that come up at once: each lies in memory until it is kept, and holds its place only so long. */
const photosLane = makeLane({ atOnce: 8, perAccount: 3, waiting: 32, seconds: 120 })
const usual: PhotoRules = { placeBytes: 1024 * 1024 * 1024 }
const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`

const kinds = new Map<string, Kind>()

/** Opens the road of photos for a kind; it is told of each as its verbs are made. */
export const joinFiles = (kind: Kind): void => void (actsWithFiles(kind).length > 0 && kinds.set(kind.name, kind))

// A photo is no verb of its own: whoever may do the act that brings it may put it, whoever may open the record may fetch it, and the
// trail calls them alike.
const like = (verb: string): Pick<Endpoint, 'name' | 'words' | 'health'> => {
  const contract = contractOf(verb)
  if (!contract) throw new Error(`no verb ${verb}`)
  const { name, words, health } = contract
  return { name, words, health }
}
const made = (endpoint: unknown, about: Served['about'], run: (request: Request<never>) => Promise<unknown>): Served => ({
  endpoint: endpoint as Endpoint,
  about,
  run,
})
const ownPlace = (): About => ({ community: true })

/** What is asked before a byte is taken: whether the role may do the act at all. */
const asking = (kind: Kind, act: string, file: string): Served =>
  made(
    query({
      ...like(verbOf(kind, act)),
      at: `GET ${fileRoadOf(kind.name, file)}`,
      input: Type.Object({}),
      reply: Type.Object({}),
    }),
    ownPlace,
    async () => ({}),
  )

function keeping(kind: Kind, act: string, { mime, bytes }: PlainImage): Served {
  const endpoint = command({
    ...like(verbOf(kind, act)),
    at: `POST ${fileRoadOf(kind.name, ':file')}`,
    input: Type.Object({ file: Id, hash: Type.String() }),
    reply: Type.Object({ id: Id }),
  })
  return made(endpoint, ownPlace, async (request) => {
    const { db, actor, at, fields: cipher, photos = usual, note } = request
    const { file: id, hash } = request.input as { file: Id; hash: string }
    const put = await findPut(db, id)
    if (put && (put.hash !== hash || put.kind !== kind.name || put.by_account !== actor.account)) throw problems.exists({})
    if (put) return { id }
    const { placeBytes } = photos
    if ((await bytesPutAt(db, actor.place)) + bytes.length > placeBytes)
      throw fileProblems.placeFull({ limit: megabytes(placeBytes) })
    const row = { id, kind: kind.name, place: actor.place, by_account: actor.account, at, mime, size: bytes.length, hash }
    await insertFile(db, { ...row, bytes: cipher.sealBytes(`file ${id}`, bytes) })
    note({ file: id })
    return { id }
  })
}

// What helpers were given they read by the verb that shows it to them; all others by the one that opens a record.
const readingVerb = (kind: Kind, { role }: Actor): string => {
  const [get, mine] = [`${kind.name}.get`, `${kind.name}.mine`]
  return reachOf(get, role) === undefined && reachOf(mine, role) ? mine : get
}

function fetching(kind: Kind, actor: Actor): Served {
  const verb = readingVerb(kind, actor)
  const { needs } = contractOf(verb) ?? {}
  const endpoint = query({
    ...like(verb),
    at: `GET ${fileRoadOf(kind.name, ':file')}`,
    ...(needs && { needs }),
    input: Type.Object({ file: Id }),
    reply: Type.Unsafe<KeptFile>({}),
  })
  const get = async (db: Db, input: object): Promise<KeptFile> => {
    const found = await findFile(db, kind.name, (input as { file: Id }).file)
    if (!found) throw problems.notFound({})
    return found
  }
  const about = async (db: Db, input: never): Promise<About> => {
    const { community, request, dwelling } = await get(db, input)
    // A request is judged as when it is opened: by its door.
    if (request !== null) return { dwelling }
    return community === null ? ownPlace() : { place: community }
  }
  return made(endpoint, about, async ({ db, input, fields: cipher, note, saw }) => {
    const { file } = input as { file: Id }
    const { mime, bytes, dwelling, person } = await get(db, input)
    note({ file })
    saw([person ?? dwelling])
    return { mime, bytes: cipher.openBytes(`file ${file}`, bytes) }
  })
}

const isId = (text: string) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)

/** Opens the roads of photos, one for each kind that asks for them: bytes come up as a stream, are stripped and sealed. */
export function addKindFiles(app: FastifyInstance, house: House): void {
  const { db, lent, tools } = house
  const actorOf = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await house.findActor(request)
    if (!actor) throw problems.signedOut({})
    return actor
  }
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  for (const kind of kinds.values()) addRoads(app, kind)

  function addRoads(at: FastifyInstance, kind: Kind): void {
    const path = fileRoadOf(kind.name, ':file')
    const most = photoLimits.bytes
    at.post<{ Params: { file: string } }>(path, { schema: { hide: true }, bodyLimit: most * 4 }, async (request, reply) => {
      const actor = await actorOf(request)
      const body = bytesOf(request)
      try {
        const { file } = request.params
        const { act } = request.query as { act?: unknown }
        const acts = actsWithFiles(kind)
        const name = acts.find((one) => one === act)
        if (!isId(file) || name === undefined)
          throw problems.invalid({ field: isId(file) ? 'act' : 'file', why: `one of ${acts.join(', ')}` })
        // Judged before a byte is taken, and again when it is kept.
        await perform(db, lent, tools, asking(kind, name, file), actor, {}, undefined)
        const answer = await photosLane.enter(actor.account, undefined, async ({ signal, settle }) => {
          const bytes = await readAll(body, most, signal, () => fileProblems.tooLarge({ limit: kilobytes(most) }))
          const image = await plainImage(bytes)
          settle()
          const hash = tools.fields.digest(createHash('sha256').update(image.bytes).digest('hex'))
          const said = { id: newId(), at: tools.clock.now().toISOString() }
          return perform(db, lent, tools, keeping(kind, name, image), actor, { file, hash }, said)
        })
        return reply.header('cache-control', 'no-store').send(answer)
      } catch (error) {
        passOver(body, most)
        throw error
      }
    })
    at.get<{ Params: { file: string } }>(path, { schema: { hide: true } }, async (request, reply) => {
      const actor = await actorOf(request)
      const { file } = request.params
      if (!isId(file)) throw problems.notFound({})
      const found = (await perform(db, lent, tools, fetching(kind, actor), actor, { file }, undefined)) as PlainImage
      return reply
        .header('content-type', found.mime)
        .header('content-disposition', `inline; filename="${file}.${found.mime === 'image/png' ? 'png' : 'jpg'}"`)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cross-origin-resource-policy', 'same-origin')
        .header('cache-control', 'private, no-store')
        .send(found.bytes)
    })
  }
}
