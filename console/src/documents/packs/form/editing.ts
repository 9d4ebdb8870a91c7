import type { Held } from '@wangdi/policy/engine/library/edit/render.ts'
import { wordsOfChoice } from '@wangdi/policy/engine/library/form/choices.words.ts'
import { type OwnNames, ownFor } from '@wangdi/policy/engine/library/form/own-names.ts'
import { keysIn } from '@wangdi/policy/engine/library/form/schema-nodes.ts'
import { createContext, useContext } from 'react'
import type { Path } from '../background/questions.ts'
import type { Option } from './Choices.tsx'

/** What every field of a form works with: the pack as the text reads now, and the ways to change the text. */
export interface Editing {
  readonly raw: unknown
  readonly own: OwnNames
  readonly fixed: boolean
  /** Grows when changes were made or refused: what a field held back for them gives way to the text. */
  readonly settled: number
  /** Whether changes are under way. */
  isChanging(): boolean
  /** Says a value in the text; undefined takes the key away. */
  set(path: Path, value: Held | undefined): void
  /** Adds an entry to the list at a path. */
  add(path: Path): void
}

const Context = createContext<Editing | undefined>(undefined)
export const EditingProvider = Context.Provider

export function useEditing(): Editing {
  const editing = useContext(Context)
  if (!editing) throw new Error('a field outside a form of a pack')
  return editing
}

/** The values that may stand at a path, with their words: those of the house, and where they fit, those that the pack brings. */
export function optionsOf(path: Path, values: readonly string[], own: OwnNames | undefined): Option[] {
  const keys = keysIn(path)
  const house = values.map((value) => ({ value, words: wordsOfChoice(keys, value) ?? { zh: value, en: value } }))
  return [...(own ? ownFor(keys.at(-1) ?? '', own) : []), ...house]
}
