import { type BroughtLine, broughtForPlaces } from '@wangdi/domain/documents/brought.ts'
import { listVersions, readDraft } from '@wangdi/domain/documents/packs.api.ts'
import { triedHouseFacts } from '@wangdi/domain/plan/what-if/what-if.rules.ts'
import { readPackText } from '@wangdi/policy/engine/library/text.ts'
import { facts, valueWords } from '@wangdi/policy/vocabulary.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask } from '../../shell/call.ts'

/** Facts that can be tried, by who brings them: the draft that is tried, published packs, the house. */
export interface Triable {
  readonly draft: readonly BroughtLine[]
  readonly packs: readonly BroughtLine[]
  readonly house: readonly BroughtLine[]
}

const house: readonly BroughtLine[] = triedHouseFacts.map((name) => {
  const { words, values } = facts[name]
  const ids: readonly string[] = typeof values === 'string' ? [] : values
  return {
    ...{ name, words, unit: null, type: values === 'number' ? 'number' : 'choice' },
    values: ids.map((id) => ({ id, words: valueWords[id] ?? { zh: id, en: id } })),
  }
})

function broughtByDraft(body: string): BroughtLine[] {
  const { pack } = readPackText({ file: 'pack.yaml', text: body, cases_file: 'cases.yaml', cases: '[]' })
  return pack ? broughtForPlaces(pack) : []
}

/** What can be tried at a place with a draft; an empty id is no draft. */
export function useTriable(place: string, draft: string): Triable {
  const text = useQuery({ ...ask(readDraft, { id: draft }), enabled: draft !== '' })
  const versions = useQuery(ask(listVersions, { place }))
  return useMemo(() => {
    const own = text.data && draft ? broughtByDraft(text.data.body) : []
    const published = (versions.data?.packs ?? []).filter(({ state }) => state !== 'overtaken').flatMap(({ brings }) => brings)
    const known = new Set(own.map(({ name }) => name))
    return {
      draft: own,
      packs: [...new Map(published.map((one) => [one.name, one])).values()].filter(({ name }) => !known.has(name)),
      house,
    }
  }, [text.data, versions.data, draft])
}
