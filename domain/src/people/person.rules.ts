import type { Problem } from '../problem.ts'
import type { Day } from '../schema.ts'
import { plainDocument } from './plain/document-number.ts'
import { birthOf, sexOf, whyNotIdentityNumber } from './identity-number.ts'
import { whyNotLifeDay } from './plain/life-days.rules.ts'
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
  const document = plainDocument(typed.document ?? '') || null
  const kind = document ? (typed.document_kind && typed.document_kind !== 'none' ? typed.document_kind : 'identity-card') : 'none'
  const phone = typed.phone ? plainPhone(typed.phone) : null
  const fault = document && kind === 'identity-card' ? whyNotIdentityNumber(document, today) : undefined
  if (fault) return { why: problems.documentWrong({ why: faultWords[fault] }) }
  if (phone && !isPhone(phone)) return { why: problems.phoneWrong({}) }
  const told =
    document && kind === 'identity-card'
      ? { sex: sexOf(document), born: birthOf(document) }
      : { sex: typed.sex ?? null, born: typed.born ?? null }
  const name = plainName(typed.name)
  if (name === '') return { why: problems.nameMissing({}) }
  const unborn = told.born && whyNotLifeDay(told.born, today)
  if (unborn) return { why: unborn === 'in-future' ? problems.bornAhead({}) : problems.bornTooEarly({}) }
  return { person: { name, document_kind: kind, document, phone, ...told } }
}

/** Why a person cannot have left on a day; nothing when they may. */
export function whyNotLeft(left: Day | null, born: Day | null, today: Day): Problem | undefined {
  const fault = left === null ? undefined : whyNotLifeDay(left, today, born)
  if (!fault) return undefined
  return fault === 'in-future' ? problems.leftAhead({}) : problems.leftTooEarly({})
}

/** Why a person cannot have moved behind another door on a day; nothing when they may. */
export function whyNotMoved(moved: Day | null, born: Day | null, today: Day): Problem | undefined {
  const fault = moved === null ? undefined : whyNotLifeDay(moved, today, born)
  if (!fault) return undefined
  return fault === 'in-future' ? problems.movedAhead({}) : problems.movedTooEarly({})
}
