import { createContext, useContext, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { type Known, Reading } from './reading.ts'
import type { ReaderAnswer } from './questions.ts'
import { startWork } from './work.ts'

/** Reads a text beside the page as long as the page is open. */
export function useReading(text: string, onText: (text: string) => void): Reading {
  const [reading] = useState(() => new Reading())
  useLayoutEffect(() => reading.givesTextsTo(onText), [reading, onText])
  useLayoutEffect(() => reading.writes(text), [reading, text])
  useEffect(() => {
    reading.start(startWork<ReaderAnswer>(reading.hear, () => reading.fail()))
    return () => reading.end()
  }, [reading])
  return reading
}

const Context = createContext<Reading | undefined>(undefined)
export const ReadingProvider = Context.Provider

/** What is asked of the text by whatever stands inside the editor. */
export function useReader(): Reading {
  const reading = useContext(Context)
  if (!reading) throw new Error('a part of the editor outside it')
  return reading
}

/** One thing of what is known of the text; drawn anew when that changes. */
export const useKnown = <Key extends keyof Known>(reading: Reading, key: Key): Known[Key] =>
  useSyncExternalStore(reading.subscribe, () => reading.now()[key])
