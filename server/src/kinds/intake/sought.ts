import { reachOf } from '@wangdi/domain/access/access.ts'
import type { Field } from '@wangdi/domain/kinds/fields.ts'
import type { KindHeads } from '@wangdi/domain/kinds/intake/heads.ts'
import type { Sought } from '@wangdi/domain/kinds/intake/sought.ts'
import { isPointing } from '@wangdi/domain/kinds/pointing/pointers.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { textOf } from '@wangdi/domain/people/roster/cells.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import type { SheetRow } from '@wangdi/domain/sheet.ts'
import type { Db } from '../../platform/db.ts'
import type { Request } from '../../platform/serve.ts'
import { knownKind } from '../pointing/known.ts'
import { listRecordsToChoose, listThingsToChoose } from '../pointing/pointed.queries.ts'
import { doorsOf, peopleCalled, placesOf, staffOf } from './sought.queries.ts'

// More of them than a sheet brings are looked through: of a register all that a community may have.
const most = 5000

async function thoseOf(db: Db, { type, of = '' }: Field, place: PlaceCode, texts: readonly string[]): Promise<readonly Sought[]> {
  if (type === 'person') return peopleCalled(db, place, texts)
  if (type === 'dwelling') return doorsOf(db, place)
  if (type === 'place') return placesOf(db, place)
  if (type === 'staff') return staffOf(db, place)
  const kind = knownKind(of)
  if (!kind || kind.health) return []
  const found = await (kind.mechanism === 'register'
    ? listThingsToChoose(db, kind, place, '', most)
    : listRecordsToChoose(db, kind, place, most))
  return found.map(({ id, words }) => ({ id, words, name: kind.mechanism === 'register' ? words : (words.split(' ')[0] ?? '') }))
}

/**
 * What the cells of a sheet may name, by field, for the fields that point and have a column; nothing of what the role does not see. Residents
 * who are found by their names were seen.
 */
export async function soughtIn(
  kind: RegisterKind,
  rows: readonly SheetRow[],
  { headRow, columns }: KindHeads,
  { db, actor, saw, input }: Pick<Request<{ place: PlaceCode }>, 'db' | 'actor' | 'saw' | 'input'>,
): Promise<ReadonlyMap<Field, readonly Sought[]>> {
  const found = new Map<Field, readonly Sought[]>()
  for (const [name, field] of Object.entries(kind.fields)) {
    const column = columns[name]
    if (column === undefined || !isPointing(field)) continue
    const verb =
      field.type === 'person'
        ? 'people.get'
        : field.type === 'thing' || field.type === 'link'
          ? `${field.of ?? ''}.see`
          : undefined
    if (verb !== undefined && reachOf(verb, actor.role) !== 'area') continue
    const texts = rows.filter(({ row }) => row > headRow).map(({ cells }) => textOf(cells[column]))
    const all = await thoseOf(db, field, input.place, texts)
    if (field.type === 'person') saw(all.map(({ id }) => id))
    found.set(field, all)
  }
  return found
}
