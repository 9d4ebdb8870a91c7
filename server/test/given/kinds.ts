// The verbs of kinds as tests call them: made from declarations, so their answers are told here once, part by part.
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import type { Caller } from '../house.ts'

type Said = Readonly<Record<string, unknown>>

/** A row of any list of a kind. */
interface Row {
  readonly id: string
  readonly title: string
  readonly door: string
  readonly state: string
  readonly turn: string | null
  readonly due_at: string
  readonly doer: string | null
  readonly result: string | null
  readonly own: string | null
  readonly place_name: string | null
  readonly signed: Said | null
  readonly overdue: boolean
  readonly standing: string
  readonly last_on: string | null
  readonly details: Said
  readonly fields: Said
  readonly may: readonly string[]
  /** Of a document. */
  readonly community: string
  readonly version: number
  readonly newer: boolean
  readonly in_force_from: string | null
  readonly review_on: string | null
  readonly tried: Said | null
  readonly received_on: string | null
}

/** A version of a document. */
interface Version {
  readonly version: number
  readonly state: string
  readonly by: string
  readonly fields: Said
  readonly code: string | null
}

/** What any verb of a kind answers; each has some of it. */
export interface Answer extends Omit<Row, 'turn'> {
  readonly number: string
  readonly office: string | null
  readonly takers: readonly { readonly code: string; readonly name: string }[]
  readonly due: Words
  readonly row: Row
  readonly rows: readonly Row[]
  readonly versions: readonly Version[]
  readonly values: readonly (Readonly<Record<'communities' | 'have' | 'overdue' | 'untried', number>> & {
    readonly value: string
  })[]
  readonly total: number
  readonly all: number
  readonly open: number
  readonly late: number
  readonly live: number
  readonly unready: number
  readonly without: readonly string[]
  readonly last_at: string
  readonly names: Readonly<Record<string, string>>
  readonly acts: readonly (Said & { readonly act: string; readonly by: string; readonly fields: Said })[]
  readonly doers: readonly Said[]
  /** How far a round has come. */
  readonly turn: { readonly due: number; readonly done: number; readonly notReached: number }
  readonly checks: readonly { readonly id: string; readonly replaced: boolean }[]
}

/** Calls a verb of a kind. */
export const callKind = (by: Caller, verb: Endpoint | undefined, input: object): Promise<Answer> => {
  if (!verb) throw new Error('the kind has no such verb')
  return by.call(verb, input as never) as Promise<Answer>
}
