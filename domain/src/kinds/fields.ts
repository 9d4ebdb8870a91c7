import type { Words } from '../problem.ts'

/** A text in the two languages of the house. */
export const w = (zh: string, en: string): Words => ({ zh, en })
/** The values of a list by name, each in words. */
export type List = Readonly<Record<string, Words>>

/** Who reads a field beside the office that handles the record; each audience is a row of its own behind row security. */
export type Audience = 'helper' | 'office' | 'health' | 'named'

/** What is asked of a number, a day or an amount, or whether anything is filled in. */
export interface Bounds {
  readonly at_least?: number | string
  readonly at_most?: number | string
  readonly filled?: boolean
}
/**
 * A condition on fields that stand above, as data, in the words of the packs. It knows yes and no alone: what is not filled
 * in fulfils nothing but `filled: false`.
 */
export interface When {
  readonly [name: string]: string | boolean | readonly string[] | Bounds | When | readonly When[]
}

/** What may be said of a field of any type. */
export interface Said {
  /** Needed always, or when the condition holds; a field that is hidden is never needed. */
  readonly must?: boolean | When
  /** Shown only when this holds; a field that is hidden is not kept either. */
  readonly when?: When
  /** Absent: whoever may read the record. */
  readonly to?: Audience
  /** `house`: set by code and in no form; else where it is filled in from, for a person to change. Absent: typed. */
  readonly from?: 'house' | `${string}.${string}`
  readonly hint?: Words
  readonly list?: boolean
  readonly filter?: boolean
  /** The version of the kind that brought the field; absent: the first. */
  readonly since?: number
  /** The version of the kind from which on the field is no longer asked. */
  readonly gone?: number
}

/** The value of each type that needs no list and no fields of its own. */
interface Plain {
  text: string
  words: string
  'yes-no': boolean
  day: string
  moment: string
  hours: readonly { readonly days: readonly number[]; readonly from: string; readonly until: string }[]
  count: number
  /** In fen. */
  money: number
  person: string
  dwelling: string
  place: string
  thing: string
  staff: string
  link: string
  phone: string
  file: readonly string[]
  signature: { readonly by: string; readonly file?: string }
  checklist: Readonly<Record<string, 'yes' | 'no' | 'not-applicable'>>
}
/** Every type of field there is; the type of a field never changes. */
export type FieldType = keyof Plain | 'choice' | 'choices' | 'amount' | 'rows'

/** One field of a kind. */
export interface Field<T extends FieldType = FieldType, V extends List = List, R extends Fields = Fields> extends Said {
  readonly type: T
  readonly words: Words
  /** Values of a choice, units of an amount, items of a checklist. */
  readonly values?: V
  /** The most signs, rows or photos. */
  readonly most?: number
  /** The kind it points at. */
  readonly of?: string
  readonly rows?: R
}
/** The fields of a record by name, in the order in which they are asked. */
export interface Fields {
  readonly [name: string]: Field
}

/** The value of a field, told by its type. */
export type ValueOf<F> =
  F extends Field<infer T, infer V, infer R>
    ? T extends keyof Plain
      ? Plain[T]
      : T extends 'choice'
        ? keyof V & string
        : T extends 'choices'
          ? readonly (keyof V & string)[]
          : T extends 'amount'
            ? { readonly n: number; readonly unit: keyof V & string }
            : T extends 'rows'
              ? readonly RecordOf<R>[]
              : never
    : never
/** The record that fields describe; what is not said is absent, which is neither zero nor no. */
export type RecordOf<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> }
/** What somebody said, before anything of it is judged. */
export type Values = Readonly<Record<string, unknown>>

const plain =
  <T extends FieldType>(type: T) =>
  (words: Words, said: Said = {}): Field<T> => ({ type, words, ...said })
const sized =
  <T extends FieldType>(type: T) =>
  (words: Words, most: number, said: Said = {}): Field<T> => ({ type, words, most, ...said })
const pointing =
  <T extends FieldType>(type: T) =>
  (of: string, words: Words, said: Said = {}): Field<T> => ({ type, words, of, ...said })
const listed =
  <T extends FieldType>(type: T) =>
  <const V extends List>(words: Words, values: V, said: Said = {}): Field<T, V> => ({ type, words, values, ...said })

/** One line of at most so many signs; no place for names of the sick. */
export const text = sized('text')
/** Several lines in a person's own words. */
export const longText = sized('words')
/** One of a list. */
export const choice = listed('choice')
/** Any of a list. */
export const choices = listed('choices')
/** A number with one of these units. */
export const amount = listed('amount')
/** Yes, no, or not asked. */
export const yesNo = plain('yes-no')
/** A calendar day. */
export const day = plain('day')
/** A moment by the server's clock. */
export const moment = plain('moment')
/** Hours of a week in which something is open or somebody is on duty. */
export const hours = plain('hours')
/** A whole number from zero up. */
export const count = plain('count')
/** Money in fen. */
export const money = plain('money')
/** Somebody of the register; never a copy of the name. */
export const person = plain('person')
/** A door. */
export const dwelling = plain('dwelling')
/** A place by its code. */
export const place = plain('place')
/** A member of staff. */
export const staff = plain('staff')
/** A phone number, sealed where it is kept. */
export const phone = plain('phone')
/** Who signed, and the sheet or the signature itself as a photo. */
export const signature = plain('signature')
/** At most so many photos, three at most: only where a clause wants to see how something was. */
export const file = sized('file')
/** A thing of a register kind. */
export const thing = pointing('thing')
/** A record of another kind; the usual way to keep a reason out of the row. */
export const link = pointing('link')
/** Items of a list, each yes, no or not applicable; what was not looked at is left out. */
export const checklist = listed('checklist')
/** Records inside a record, one level deep. */
export const rows = <const R extends Fields>(words: Words, fields: R, most: number, said: Said = {}): Field<'rows', List, R> => ({
  type: 'rows',
  words,
  rows: fields,
  most,
  ...said,
})

/** Whether a field is asked by a version of its kind; the newest of all is `Infinity`. */
export const isAsked = ({ since = 1, gone }: Said, version: number): boolean =>
  since <= version && (gone === undefined || version < gone)
