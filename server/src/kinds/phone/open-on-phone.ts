import type { HeldAsked } from '@wangdi/domain/kinds/request/held-asked.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import type { CommunityCode, Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import type { FieldCipher } from '../../platform/secrets/fields.ts'
import { openPhones } from '../request/seal-phones.ts'
import { listPhoneRows } from './phone.queries.ts'

/** The open requests of these kinds as phones hold them, with the phones in them opened; of these doors, or these very ones. */
export async function openOnPhone(
  db: Db,
  cipher: FieldCipher,
  community: CommunityCode,
  kinds: readonly RequestKind[],
  pick: { readonly by: 'dwelling' | 'id'; readonly ids: readonly Id[]; readonly everywhere: boolean },
): Promise<HeldAsked[]> {
  const names = kinds.map(({ name }) => name)
  const rows = await listPhoneRows(db, community, names, pick)
  return rows.map(({ said, ...row }) => ({
    ...row,
    fields: openPhones(cipher, kinds.find(({ name }) => name === row.kind)?.fields ?? {}, said),
  }))
}
