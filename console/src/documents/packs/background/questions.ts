import type { DraftTexts } from '@wangdi/policy/engine/library/draft.ts'
import type { CheckedDraft } from '@wangdi/policy/engine/library/draft.ts'
import type { Completion } from '@wangdi/policy/engine/library/complete.ts'
import type { Edited } from '@wangdi/policy/engine/library/edit/edit.ts'
import type { Held } from '@wangdi/policy/engine/library/edit/render.ts'
import type { OwnNames } from '@wangdi/policy/engine/library/form/own-names.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import type { Words } from '@wangdi/policy/words.ts'
import type { DifferenceLine } from '../line-difference.ts'

/** Keys from the root of the pack to a value. */
export type Path = readonly (string | number)[]

/** What is asked about the text of a pack. The text itself goes along only where it is another than the one before. */
export type ReaderQuestion = { readonly nth: number; readonly text?: string } & (
  | { readonly ask: 'look'; readonly open: Path; readonly caret: number | undefined }
  | { readonly ask: 'edit'; readonly path: Path; readonly value: Held | undefined }
  | { readonly ask: 'add'; readonly path: Path }
  | { readonly ask: 'line'; readonly path: Path }
)

/** So many titles are told and drawn as one. */
export const blockLength = 100

/** The titles of some entries of a list, a hundred at a time. */
export interface OutlineBlock {
  readonly section: string
  readonly nth: number
  readonly titles: readonly Words[]
}

/** What a form shows: whether the text can be read, its head, the part that is open if it is there, and the names the pack brings. */
export interface OpenPart {
  readonly readable: boolean
  readonly open: Path
  readonly head: unknown
  readonly value: unknown
  readonly own: OwnNames
}

/** Answers about the text; to one look several, part by part, and at last that it is done. */
export type ReaderAnswer =
  | { readonly is: 'hints'; readonly caret: number; readonly text: number; readonly offer: Completion }
  | { readonly is: 'outline'; readonly counts: Readonly<Record<string, number>>; readonly blocks: readonly OutlineBlock[] }
  | { readonly is: 'part'; readonly part: OpenPart }
  | { readonly is: 'edited'; readonly of: number; readonly done: Edited }
  | { readonly is: 'line'; readonly of: number; readonly line: number | undefined }
  | { readonly is: 'done'; readonly of: number }

/** A draft to be checked; what is left out is as in the question before. */
export interface CheckQuestion {
  readonly nth: number
  readonly texts: DraftTexts
  readonly others?: readonly Pack[]
  /** Where it can still be handed in: for which place, and by whom. */
  readonly submitting: { readonly draft: string; readonly editor: string } | undefined
  /** The text that the draft is compared with; null where there is none. */
  readonly before?: string | null
}

/** Lists of which the first are shown, with how many there are. */
export interface ShownCheck extends Pick<CheckedDraft, 'findings' | 'beyond' | 'english' | 'advice' | 'cases'> {
  readonly totals: Readonly<Record<'findings' | 'beyond' | 'english' | 'advice' | 'cases' | 'failed', number>>
}

/** What a text has more and less than another, the first lines of it. */
export interface ShownDifference {
  readonly more: number
  readonly less: number
  readonly lines: readonly DifferenceLine[]
}

/** Answers about a draft: first what is wrong with it, then what it changes. */
export type CheckAnswer =
  | { readonly is: 'checked'; readonly of: number; readonly checked: ShownCheck }
  | { readonly is: 'difference'; readonly of: number; readonly difference: ShownDifference | undefined }
  | { readonly is: 'done'; readonly of: number }

/** What the worker is asked: about the text, or about the draft as a whole. */
export type Question =
  | { readonly to: 'reader'; readonly question: ReaderQuestion }
  | { readonly to: 'checker'; readonly question: CheckQuestion }
