import Type, { type Static, type TEnum, type TSchema } from 'typebox'

/** An identifier made by whoever creates the record: a UUID, version 7 where we make it. */
export const Id = Type.String({ format: 'uuid', minLength: 36, maxLength: 36 })
export type Id = Static<typeof Id>

/** A calendar day in Asia/Shanghai, ISO text such as 2026-11-17; never a moment. */
export const Day = Type.String({
  format: 'date',
  pattern: '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
  maxLength: 10,
})
export type Day = Static<typeof Day>

/** A moment, ISO text with Z or an offset, of the years 1900 to 2999: what every clock, program and database reads. */
export const Instant = Type.String({
  format: 'date-time',
  pattern: '^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$',
  maxLength: 35,
})
export type Instant = Static<typeof Instant>

/** A national statistical code of 2, 4, 6, 9 or 12 digits; empty for the nation. */
export const PlaceCode = Type.String({ pattern: '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})?$', maxLength: 12 })
export type PlaceCode = Static<typeof PlaceCode>

/** The 12-digit code of a village or urban community. */
export const CommunityCode = Type.String({ pattern: '^[0-9]{12}$', minLength: 12, maxLength: 12 })
export type CommunityCode = Static<typeof CommunityCode>

/**
 * Text of a person's own words, bounded. It is tidied before it is judged (text/tidy-text.ts): blanks and unseen signs alone
 * are empty. Up to 100 characters are one line, longer texts keep their line breaks.
 */
export const Text = (max: number, min = 0) =>
  Type.String({ maxLength: max, minLength: min, 'x-text': max > 100 ? 'lines' : 'line' })

/** Text in which every sign counts, bounded: passwords, the source of a pack. */
export const Verbatim = (max: number, min = 0) => Type.String({ maxLength: max, minLength: min })

/** One of a closed set of words. */
export const OneOf = <const W extends string[]>(...words: W): TEnum<W> => Type.Enum(words) as unknown as TEnum<W>

/** A value that may be absent; absence is never zero. */
export const Maybe = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** Zero-based page of a list; 50 rows a page unless said. */
export const Page = Type.Object({
  page: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})

/** A list of one page with the count of all. */
export const Listing = <S extends TSchema>(row: S) => Type.Object({ rows: Type.Array(row), total: Type.Integer() })
