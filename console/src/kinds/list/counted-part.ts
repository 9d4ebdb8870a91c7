import { type CountedPart, countedParts } from '@wangdi/domain/kinds/counted.ts'
import { useNavigate, useSearch } from '@tanstack/react-router'

/** The list of a kind with exactly the rows that the plan counts in a part of it. */
export const countedList = (kind: string, part: CountedPart) => ({
  to: `/k/${kind.replace('.', '/')}`,
  search: { counted: part },
  rows: `${kind.replace('.', '-')}-counted-${part}`,
})

/** Which part of the plan's count an address asks a list for, and the way back to all of the list. */
export function useCountedPart(): { readonly part: CountedPart | undefined; readonly leave: () => void } {
  const { counted } = useSearch({ strict: false }) as { counted?: unknown }
  const navigate = useNavigate()
  const part = countedParts.find((one) => one === counted)
  return { part, leave: () => void (part && navigate({ to: '.', search: {} as never, replace: true })) }
}
