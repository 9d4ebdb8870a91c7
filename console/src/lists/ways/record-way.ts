import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'

// The name in the address under which the page of a kind opens one of its records.
const openedAs = { request: 'request', register: 'thing', document: 'paper' } as const

/** The page of a kind with one of its records opened; nothing for a round, whose records are looks at things. */
export function recordWay({ name, mechanism }: Pick<Kind, 'name' | 'mechanism'>, id: string) {
  if (mechanism === 'round') return undefined
  return { to: `/k/${name.replace('.', '/')}`, search: { [openedAs[mechanism]]: id } }
}
