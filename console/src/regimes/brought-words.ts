import { listVersions } from '@wangdi/domain/documents/packs.api.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../shell/call.ts'
import { factWords, valueWordsOf } from './fact-words.ts'

/** What facts and their values are called, those that published notices bring as the notices call them. */
export function useBroughtWords(place: string): {
  fact: (name: string) => Words
  value: (name: string, value: string | number) => Words
} {
  const packs = useQuery(ask(listVersions, { place })).data?.packs ?? []
  const brought = new Map(packs.flatMap(({ brings }) => brings).map((one) => [one.name, one]))
  return {
    fact: (name) => brought.get(name)?.words ?? factWords(name),
    value: (name, value) => brought.get(name)?.values.find(({ id }) => id === String(value))?.words ?? valueWordsOf(value),
  }
}
