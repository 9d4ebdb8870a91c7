import type { CodeAnswer } from '@wangdi/domain/kinds/document/code.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Static } from 'typebox'
import type { Db } from '../../platform/db.ts'
import { findPaperCode } from './paper-code.queries.ts'

const words = new Map<string, Words>()

/** From now on the codes of documents of this kind are told in its words. */
export const joinCodes = ({ name, words: said }: DocumentKind): void => void words.set(name, said)

/** What whoever checks the code of a document is told on a day; undefined where there is no such document, or no longer. */
export async function tellPaperCode(
  db: Db,
  county: PlaceCode,
  code: string,
  today: Day,
): Promise<Static<typeof CodeAnswer> | undefined> {
  const found = await findPaperCode(db, county, code)
  const said = found && words.get(found.kind)
  if (!said) return undefined
  const { number, issuer, in_force_from: on, until_day: until, state } = found
  const holds = until !== null && until < today ? 'over' : 'holds'
  return {
    ...{ known: true, kind: 'document', words: { ...said }, number, issuer, on, until },
    state: state === 'in-force' ? holds : state === 'replaced' ? 'replaced' : 'void',
  }
}
