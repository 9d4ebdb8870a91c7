import { broughtBy } from '@wangdi/policy/engine/own/book.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import Type, { type Static } from 'typebox'
import { Maybe, OneOf } from '../schema.ts'

const Words = Type.Object({ zh: Type.String(), en: Type.String() })

/** A fact about places that a pack brings: what it is called and which values it takes, so that a form can ask it. */
export const BroughtLine = Type.Object({
  name: Type.String(),
  words: Words,
  type: OneOf('number', 'day', 'choice'),
  values: Type.Array(Type.Object({ id: Type.String(), words: Words })),
  unit: Maybe(Words),
})
export type BroughtLine = Static<typeof BroughtLine>

const own = (id: string) => ({ zh: id, en: id })

/** The facts about places that a pack brings, its levels among them. */
export const broughtForPlaces = (pack: Pack): BroughtLine[] =>
  broughtBy(pack)
    .filter(({ about }) => about === 'place')
    .map(({ name, words, values, value_words, unit }) => ({
      ...{ name, words, unit },
      type: values === 'number' || values === 'day' ? values : 'choice',
      values: (typeof values === 'string' ? [] : values).map((id) => ({ id, words: value_words?.[id] ?? own(id) })),
    }))
