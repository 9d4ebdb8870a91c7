import { createHash } from 'node:crypto'
import { problems } from '@wangdi/domain/problem.ts'
import type { Id, Instant } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { type Db, scopeKeyOf } from '../db.ts'
import type { FieldCipher } from '../secrets/fields.ts'
import { type Moment, setRight } from './moment.ts'

/** A command as it is known again: its id, who says it, which verb, with what content. */
export interface CommandSaid {
  readonly id: Id
  /** The client's moment where it may be recorded offline, as said; else the moment of its arrival. */
  readonly at: Instant
  readonly account: Id
  readonly verb: string
  readonly input: object
}

/** A first answer; a command that was never answered has none. */
export interface FirstAnswer {
  readonly reply: unknown
  /** Under which moment it is kept, where its maker was asked for one. */
  readonly moment?: Moment
}

/**
 * The keyed hash of a command's content as the table keeps it. Of the content's SHA-256, so that rows that were written
 * before there was a key are brought to the same form without knowing their content.
 */
export const hashOfContent = (fields: FieldCipher, contentHash: string): string => `k1.${fields.digest(contentHash)}`

const hashOf = (fields: FieldCipher, input: object) =>
  hashOfContent(fields, createHash('sha256').update(JSON.stringify(input)).digest('base64url'))

/** Keeps a command as begun, or gives the answer that it got before. Of two at the same time the second waits for the first's commit. */
export async function beginCommand(db: Db, fields: FieldCipher, said: CommandSaid): Promise<FirstAnswer | undefined> {
  const made = await sql`insert into command (scope, id, account, verb, input_hash, said_at)
    values (${scopeKeyOf(db)}, ${said.id}, ${said.account}, ${said.verb}, ${hashOf(fields, said.input)}, ${said.at})
    on conflict do nothing`.execute(db)
  if (made.numAffectedRows === 1n) return undefined
  const kept = await findAnswer(db, fields, said)
  if (!kept) throw problems.commandReused({})
  return kept
}

/** The answer that a command got before; nothing when it is new. The same id for something else is a problem. */
export async function findAnswer(db: Db, fields: FieldCipher, said: CommandSaid): Promise<FirstAnswer | undefined> {
  const { rows } = await sql<Kept>`
    select account, verb, input_hash as hash, sealed_reply as reply, kept_at, clock_wrong from command
    where scope = ${scopeKeyOf(db)} and id = ${said.id}`.execute(db)
  const kept = rows[0]
  if (!kept) return undefined
  if (kept.account !== said.account || kept.verb !== said.verb || kept.hash !== hashOf(fields, said.input))
    throw problems.commandReused({})
  const reply: unknown = kept.reply === null ? null : JSON.parse(fields.openText('reply', kept.reply))
  return { reply, ...(kept.kept_at && { moment: kept.clock_wrong ? setRight(kept.kept_at) : { at: kept.kept_at } }) }
}

interface Kept {
  account: string
  verb: string
  hash: string
  reply: string | null
  kept_at: Date | null
  clock_wrong: boolean | null
}

/** Keeps the answer for repeats, sealed: it may name people (a duty its bearer, an import the rows it refused). */
export async function keepAnswer(db: Db, fields: FieldCipher, id: Id, { reply, moment }: FirstAnswer): Promise<void> {
  const sealed = fields.sealText('reply', JSON.stringify(reply ?? null))
  const clockWrong = moment ? moment.warning !== undefined : null
  await sql`update command set sealed_reply = ${sealed}, kept_at = ${moment?.at ?? null}, clock_wrong = ${clockWrong} where scope = ${scopeKeyOf(db)} and id = ${id}`.execute(
    db,
  )
}
