import type { Person } from './person.ts'

/** What the form of a person holds; an empty number keeps the recorded one. */
export interface TypedPerson {
  readonly name: string
  readonly sex: '' | 'male' | 'female'
  readonly born: string
  readonly document_kind: Person['document_kind']
  readonly document: string
  readonly phone: string
  readonly relation: string
  readonly left_on: string
}

/** The form as a record fills it. */
export const typedOf = (person: Person): TypedPerson => ({
  name: person.name,
  sex: person.sex ?? '',
  born: person.born ?? '',
  document_kind: person.document_kind,
  document: '',
  phone: '',
  relation: person.relation,
  left_on: person.left_on ?? '',
})

/** What the form sends: only numbers that were typed, and what differs from the record it began with. */
export function changesOf(typed: TypedPerson, before: TypedPerson) {
  return {
    name: typed.name.trim(),
    ...(typed.sex !== before.sex ? { sex: typed.sex || null } : {}),
    ...(typed.born !== before.born ? { born: typed.born || null } : {}),
    ...(typed.document_kind !== before.document_kind ? { document_kind: typed.document_kind } : {}),
    ...(typed.document.trim() ? { document: typed.document.trim() } : {}),
    ...(typed.phone.trim() ? { phone: typed.phone.trim() } : {}),
    ...(typed.relation !== before.relation ? { relation: typed.relation.trim() } : {}),
    ...(typed.left_on !== before.left_on ? { left_on: typed.left_on || null } : {}),
  }
}

/** Fields in which what was typed and what is recorded now differ; a number that was not typed does not. */
export const differences = (typed: TypedPerson, now: TypedPerson): (keyof TypedPerson)[] =>
  (Object.keys(typed) as (keyof TypedPerson)[]).filter((field) => {
    const isNumber = field === 'document' || field === 'phone'
    return isNumber ? typed[field] !== '' : typed[field] !== now[field]
  })
