import type { Problem } from '../problem.ts'
import type { Day } from '../schema.ts'
import { birthOf, plainIdentityNumber, sexOf, whyNotIdentityNumber } from './identity-number.ts'
import { plainName } from './name.ts'
import { problems } from './people.problems.ts'
import { isPhone, plainPhone } from './phone.ts'

/** What somebody typed about a person. */
export interface TypedPerson {
  readonly name: string
  readonly document_kind?: string | null | undefined
  readonly document?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly sex?: string | null | undefined
  readonly born?: Day | null | undefined
}

/** The same as it is kept: numbers plain, sex and birthday from the identity number where there is one (GB 11643-1999). */
export interface PlainPerson {
  readonly name: string
  readonly document_kind: string
  readonly document: string | null
  readonly phone: string | null
  readonly sex: string | null
  readonly born: Day | null
}

const faultWords = { length: '身份证号位数不对', checksum: '身份证号差 1 位', date: '身份证号里的生日不对' } as const

/** Reads what was typed; throws nothing, says why not: a wrong number is the clerk's to compare with the document. */
export function plainPerson(
  typed: TypedPerson,
  today: Day,
): { person: PlainPerson; why?: never } | { why: Problem; person?: never } {
  const kind = typed.document
    ? typed.document_kind && typed.document_kind !== 'none'
      ? typed.document_kind
      : 'identity-card'
    : 'none'
  const document = typed.document
    ? kind === 'identity-card'
      ? plainIdentityNumber(typed.document)
      : typed.document.trim().toUpperCase()
    : null
  const phone = typed.phone ? plainPhone(typed.phone) : null
  const fault = document && kind === 'identity-card' ? whyNotIdentityNumber(document, today) : undefined
  if (fault) return { why: problems.documentWrong({ why: faultWords[fault] }) }
  if (phone && !isPhone(phone)) return { why: problems.phoneWrong({}) }
  const told =
    document && kind === 'identity-card'
      ? { sex: sexOf(document), born: birthOf(document) }
      : { sex: typed.sex ?? null, born: typed.born ?? null }
  return { person: { name: plainName(typed.name), document_kind: kind, document, phone, ...told } }
}
