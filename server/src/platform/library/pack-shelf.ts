import { createHash } from 'node:crypto'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { compilePacks, type Packs } from '@wangdi/policy/engine/packs.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { inTurn } from '@wangdi/policy/engine/library/versions.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { type Db, inTransaction } from '../db.ts'
import type { Log } from '../log.ts'
import { housePacks } from '../packs.ts'
import type { Signer } from '../secrets/signer.ts'
import { readPublished } from './read-version.ts'

/** A version as it lies in the database. */
export interface KeptVersion {
  readonly id: Id
  readonly place: PlaceCode
  readonly pack: string
  readonly version: number
  readonly valid_from: Day
  readonly body: string
  readonly cases: string
  readonly source: 'house' | 'person'
  readonly submitted_by: Id | null
  readonly published_by: Id | null
  readonly published_at: Instant
  readonly key: string
  readonly signature: string
  /** The order in which versions were published. */
  readonly seen: number
}

/** A version with its pack read. */
export interface ShelvedVersion extends KeptVersion {
  readonly read: Pack
}

/** What one server process holds of the published packs. */
export interface PackShelf {
  /** The packs of today's library, ready for questions. */
  now(): Packs
  /** The last published version that this process knows: names a state of the library. */
  revision(): number
  /** Every version whose signature holds, in the order of their publication. */
  versions(): readonly ShelvedVersion[]
  /** The packs as the library stood at a revision: what was known when something was decided. */
  asOf(revision: number): Packs
  /** Looks for new versions if the last look is older than `mostStale`, or at once. */
  refresh(atOnce?: boolean): Promise<void>
  /** From now on the next question looks first: a version was published here, with these texts, which were just read. */
  expectNew(published: { readonly body: string; readonly cases: string; readonly pack: Pack }): void
}

/** No answer rests on a library older than this many milliseconds; a process that publishes knows at once. */
export const mostStale = 2_000

/** The text that is signed: everything that must not change once a version is published. */
export function signedText(version: Omit<KeptVersion, 'id' | 'key' | 'signature' | 'seen'>): string {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
  const { pack, place, valid_from, source, submitted_by, published_by, published_at } = version
  return JSON.stringify([
    ...[pack, version.version, place, valid_from, hash(version.body), hash(version.cases)],
    ...[source, submitted_by, published_by, new Date(published_at).toISOString()],
  ])
}

/** Everything in one scope: packs are policy, and no person stands in them. */
const everywhere = { county: '', area: '', place: '', health: false } as const
/** One publication at a time, so that the order in which versions are seen is the order in which they came. */
const lockPublishing = sql`select pg_advisory_xact_lock(hashtext('pack_version'))`

/** Keeps a signed version in the transaction of the act that publishes it; false when the number was taken a moment before. */
export async function keepVersion(
  db: Db,
  signer: Signer,
  version: Omit<KeptVersion, 'key' | 'signature' | 'seen'>,
): Promise<boolean> {
  await lockPublishing.execute(db)
  const signed = { ...version, key: signer.key, signature: signer.sign(signedText(version)) }
  const kept = db.insertInto('pack_version').values(signed)
  return (await kept.onConflict((conflict) => conflict.doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows === 1n
}

async function listVersions(db: Db, after: number): Promise<KeptVersion[]> {
  const { rows } = await sql<KeptVersion & { published_at: Date }>`
    select id, place, pack, version, valid_from, body, cases, source, submitted_by, published_by, published_at, key, signature, seen
    from pack_version where seen > ${after} order by seen`.execute(db)
  return rows.map((row) => ({ ...row, published_at: new Date(row.published_at).toISOString() }))
}

/**
 * Keeps the packs that come with the system under the version that each says it is. Where the system brings a newer text, it becomes the next
 * version from today on, unless somebody has published a version of that pack here: then theirs stays.
 */
async function keepHousePacks(db: Db, signer: Signer, today: Day, now: Date): Promise<void> {
  await lockPublishing.execute(db)
  const kept = await listVersions(db, 0)
  for (const { pack, body, cases } of housePacks()) {
    const last = kept.findLast((one) => one.pack === pack.id)
    if (last && (last.source === 'person' || (last.body === body && last.cases === cases))) continue
    const version = Math.max(pack.version, (last?.version ?? 0) + 1)
    await keepVersion(db, signer, {
      ...{ id: newId(), place: pack.place, pack: pack.id, version, body, cases, source: 'house' },
      ...{ valid_from: last ? today : pack.from, submitted_by: null, published_by: null, published_at: now.toISOString() },
    })
  }
}

const textOf = ({ body, cases }: Pick<KeptVersion, 'body' | 'cases'>) => `${body}\0${cases}`

async function readVersion(version: KeptVersion, atHand: ReadonlyMap<string, Pack>): Promise<ShelvedVersion | undefined> {
  const pack = atHand.get(textOf(version)) ?? (await readPublished(version))
  return pack && { ...version, read: { ...pack, version: version.version } }
}

const packsFrom = (versions: readonly ShelvedVersion[]) =>
  compilePacks(inTurn(versions.map(({ read, valid_from }) => ({ pack: read, from: valid_from }))))

/** Opens the shelf of a process: keeps the packs of the system, and reads all versions. */
export async function openPackShelf(parts: {
  db: Db
  signer: Signer
  log: Log
  today: Day
  now: Date
  /** Milliseconds on a clock that only runs forward. */
  elapsed?: () => number
}): Promise<PackShelf> {
  const { db, signer, log, elapsed = () => performance.now() } = parts
  // Packs by their texts, which need not be read again: those of the system, and what was published here.
  const atHand = new Map(housePacks().map((one) => [textOf(one), one.pack]))
  let versions: readonly ShelvedVersion[] = []
  let revision = 0
  let packs = compilePacks(housePacks().map(({ pack }) => pack))
  let looked = Number.NEGATIVE_INFINITY
  let published = 0
  let known = 0
  let begun = 0
  let ended = 0
  let looking: Promise<void> | undefined

  async function look(): Promise<void> {
    const nth = ++begun
    const began = elapsed()
    const expected = published
    const found = await inTransaction(db, everywhere, (transaction) => listVersions(transaction, revision))
    const more: ShelvedVersion[] = []
    for (const version of found) {
      const isOurs = signer.holds(signedText(version), version.key, version.signature)
      const shelved = isOurs ? await readVersion(version, atHand) : undefined
      if (shelved) more.push(shelved)
      else {
        const { pack, version: number, key } = version
        log.error({ pack, version: number, key }, `a pack version that ${isOurs ? 'cannot be read' : 'was not signed here'}`)
      }
    }
    if (more.length > 0) {
      versions = [...versions, ...more]
      packs = packsFrom(versions)
    }
    revision = found.at(-1)?.seen ?? revision
    looked = began
    known = expected
    ended = nth
  }

  await inTransaction(db, everywhere, (transaction) => keepHousePacks(transaction, signer, parts.today, parts.now))
  await look()
  return {
    now: () => packs,
    revision: () => revision,
    versions: () => versions,
    asOf: (at) => (at >= revision ? packs : packsFrom(versions.filter(({ seen }) => seen <= at))),
    async refresh(atOnce = false) {
      const before = begun
      // A look that began before this question may have missed what was published since.
      const isKnown = () => known === published && (ended > before || (!atOnce && elapsed() - looked < mostStale))
      while (!isKnown()) await (looking ??= look().finally(() => (looking = undefined)))
    },
    expectNew(texts) {
      atHand.set(textOf(texts), texts.pack)
      published += 1
    },
  }
}
