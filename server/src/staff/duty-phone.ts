import { plainPhone } from '@wangdi/domain/people/phone.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'

/** A duty phone as its row keeps it; all null where there is none. */
export interface DutyPhone {
  readonly phone_cipher: string | null
  readonly phone_hash: string | null
  readonly phone_tail_hash: string | null
}

/** Seals a duty phone as it was typed; it is found by the number alone, without blanks, dashes and brackets. */
export function sealDutyPhone(fields: FieldCipher, typed: string | null): DutyPhone {
  if (typed === null) return { phone_cipher: null, phone_hash: null, phone_tail_hash: null }
  const { hash, tailHash } = fields.seal('phone', plainPhone(typed))
  return { phone_cipher: fields.seal('phone', typed).cipher, phone_hash: hash, phone_tail_hash: tailHash }
}

/** A duty phone whole, for those who may call; null where there is none. */
export const openDutyPhone = (fields: FieldCipher, cipher: string | null): string | null =>
  cipher === null ? null : fields.open('phone', cipher)
