import type { Fields, Values } from '@wangdi/domain/kinds/fields.ts'
import { fileProblems } from '@wangdi/domain/kinds/file/file.problems.ts'
import { filesIn } from '@wangdi/domain/kinds/file/file.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { type FileOwner, giveFile, isFileOf } from './file.queries.ts'

/**
 * Gives the photos that a record names to it, each read by whom its field is meant for. Throws `kinds.file-gone` where one is not
 * there, was put by somebody else or for another kind, or belongs to another record.
 */
export async function attachFiles(
  db: Db,
  { kind, by }: { readonly kind: string; readonly by: Id },
  { fields, values }: { readonly fields: Fields; readonly values: Values },
  owner: FileOwner,
): Promise<void> {
  for (const { id, to } of filesIn(fields, values))
    if (!(await giveFile(db, { kind, id, by, to }, owner)) && !(await isFileOf(db, id, owner))) throw fileProblems.gone({})
}
