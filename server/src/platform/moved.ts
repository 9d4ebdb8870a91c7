import { momentText } from '@wangdi/domain/day.ts'
import { type Problem, problems } from '@wangdi/domain/problem.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { type Db, scopeKeyOf } from './db.ts'

/** Who changed a record, and when; the name is empty when no account did. */
export interface Change {
  readonly by: string
  readonly at: Date
}

/** The last time one of these verbs named this id under `name` in the audit of the scope; newest lines are looked at first. */
export async function findLastChange(db: Db, name: string, id: Id, verbs: readonly string[]): Promise<Change | undefined> {
  const { rows } = await sql<Change>`
    select coalesce(a.name, '') as by, l.at from audit_line l left join account a on a.id = l.account
    where l.scope = ${scopeKeyOf(db)} and l.verb = any(${verbs as string[]}) and l.targets ->> ${name} = ${id}
    order by l.at desc limit 1`.execute(db)
  return rows[0]
}

/** The refusal of an edit on a version that is no longer the last: who changed it and when, as far as that is known. */
export const movedBy = (change: Change | undefined, version: number, today: Day): Problem =>
  problems.moved({ by: change?.by ?? '', at: change ? momentText(change.at.getTime(), today) : '', version })
