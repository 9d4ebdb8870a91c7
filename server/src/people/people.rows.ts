import { ageOn } from '@wangdi/domain/day.ts'
import { ageGroupsOf } from '@wangdi/domain/people/key-group.rules.ts'
import { maskDocumentNumber } from '@wangdi/domain/people/identity-number.ts'
import type { Mark, PersonRow } from '@wangdi/domain/people/person.ts'
import { maskPhone } from '@wangdi/domain/people/phone.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'
import type { FoundPerson } from './search.queries.ts'

/** A resident as lists show them: age and groups computed, numbers masked. */
export function personRow(found: FoundPerson, marks: Mark[], fields: FieldCipher, today: Day): PersonRow {
  const { door, document_cipher, phone_cipher, ...plain } = found
  return {
    id: plain.id,
    name: plain.name,
    sex: plain.sex as PersonRow['sex'],
    born: plain.born,
    age: plain.born === null ? null : ageOn(plain.born, today),
    community: plain.community,
    dwelling: plain.dwelling,
    door: doorText(door),
    door_text: plain.dwelling === null ? plain.door_text : null,
    relation: plain.relation,
    document_kind: plain.document_kind as PersonRow['document_kind'],
    document: document_cipher === null ? null : maskDocumentNumber(fields.open('document', document_cipher)),
    phone: phone_cipher === null ? null : maskPhone(fields.open('phone', phone_cipher)),
    groups: ageGroupsOf(plain.born, today),
    marks,
    linked: plain.linked,
    left_on: plain.left_on,
    version: plain.version,
  }
}
