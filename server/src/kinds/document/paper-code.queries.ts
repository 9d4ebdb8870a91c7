import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** A document as its code tells of it: nothing of what it says, nothing of a person. */
export interface CodedPaper {
  readonly kind: string
  readonly issuer: string
  readonly number: string
  readonly state: string
  readonly in_force_from: Day
  readonly until_day: Day | null
}

/** What the code of a document tells; nothing where there is no such document, or no longer. Whoever asks need see nothing else. */
export async function findPaperCode(db: Db, county: PlaceCode, code: string): Promise<CodedPaper | undefined> {
  const { rows } = await sql<CodedPaper>`select * from document_of_code(${county}, ${code})`.execute(db)
  return rows[0]
}
