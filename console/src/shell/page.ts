import type { AreaName } from '@wangdi/domain/area.ts'
import type { EmergencyFunction } from '@wangdi/domain/endpoint.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import type { SubjectWords } from '@wangdi/ui/words/words.ts'
import type { ReactNode } from 'react'
import type { OpenedList } from '../lists/Counted.tsx'

/** What is open behind a page: how many, in which unit, and the list that has exactly these rows. */
export interface OpenCount {
  readonly n: number
  readonly unit: Words
  readonly of: OpenedList
}

/** What is open behind each page, by its path; a hook that the console hands to the frame. */
export type UseCounts = () => ReadonlyMap<string, OpenCount>

/** One page of the console as its subject declares it; the shell makes menu, route and refusals from it. */
export interface Page {
  /** Folder of the subject; the name under which its words are asked: useTranslation(subject). */
  readonly subject: string
  /** Address below /, `$name` for a part that varies: /people/$id. Nothing personal goes into it. */
  readonly path: string
  /** Where the page stood in earlier versions, and what its lists were called there: links lead here, `$name` becomes a part of the search. */
  readonly before?: readonly { readonly path: string; readonly shows?: Readonly<Record<string, string>> }[]
  /** Name in the menu, in the tab of the browser and on the page itself. */
  readonly label: Words
  /** Menu area; a page without one is reached from other pages only (a detail, a printed sheet). */
  readonly area?: AreaName
  /** Place within its area, small first. */
  readonly order?: number
  /** Verb the session must have to open the page; the menu hides pages without it. */
  readonly verb: string
  /** Emergency function the page belongs to; closed, it stays in the menu with a lock and says why. */
  readonly needs?: EmergencyFunction
  /** Where the search field of the head leads; the text comes with useAskedFor(), never in the address. */
  readonly finds?: boolean
  /** Fills the whole screen, without head and menu: what hangs on a wall. */
  readonly bare?: true
  /** Words of the subject, loaded with the page. */
  readonly words: () => Promise<{ words: SubjectWords }>
  /** The page itself, loaded when it is first opened. */
  readonly load: () => Promise<{ default: () => ReactNode }>
}
