import type { Fields, Values } from '@wangdi/domain/kinds/fields.ts'
import { plainPhone } from '@wangdi/domain/people/phone.ts'
import type { FieldCipher } from '../../platform/secrets/fields.ts'

// Phones stand in a record itself or in its rows, one level deep.
function turned(fields: Fields, values: Values, turn: (phone: string) => string): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields[name]
      if (field?.type === 'phone' && typeof value === 'string') return [name, turn(value)]
      if (field?.rows && Array.isArray(value)) return [name, value.map((row: Values) => turned(field.rows ?? {}, row, turn))]
      return [name, value]
    }),
  )
}

/** A record with its phones sealed, as it is kept. */
export const sealPhones = (cipher: FieldCipher, fields: Fields, values: Values): Values =>
  turned(fields, values, (phone) => cipher.seal('phone', plainPhone(phone)).cipher)

/** A record that was kept with its phones in the clear. */
export const openPhones = (cipher: FieldCipher, fields: Fields, values: Values): Values =>
  turned(fields, values, (phone) => cipher.open('phone', phone))
