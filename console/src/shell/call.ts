import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { ApiProblem, type CommandMark, send } from '@wangdi/ui/call/send.ts'
import { serverNow } from '@wangdi/ui/marks/clock.ts'
import { type QueryClient, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Static, TObject, TSchema } from 'typebox'
import { v7 as uuid } from 'uuid'
import { fieldsSaved } from './leaving/unsaved.ts'

/** A new command: its id and the moment by the server's clock. */
const newMark = (): CommandMark => ({ id: uuid(), at: new Date(serverNow()).toISOString() })

/** What calling needs of a contract; the roads of signing in have no more than this. */
type Contract<I extends TObject, R extends TSchema> = Pick<Endpoint<I, R>, 'at' | 'input' | 'reply'> & {
  readonly writes?: boolean
}

/** Asks the server by a contract; throws ApiProblem. A writing verb gets a new command id unless `mark` names one. */
export async function call<I extends TObject, R extends TSchema>(
  endpoint: Contract<I, R>,
  input: Static<I>,
  { mark, signal }: { mark?: CommandMark; signal?: AbortSignal } = {},
): Promise<Static<R>> {
  const used = endpoint.writes ? (mark ?? newMark()) : undefined
  const reply = await send(endpoint, input as Record<string, unknown>, { ...(used && { mark: used }), ...(signal && { signal }) })
  return reply as Static<R>
}

/** Key and function of a reading verb for useQuery: `useQuery(ask(listPeople, { page }))`. */
export const ask = <I extends TObject, R extends TSchema>(endpoint: Endpoint<I, R>, input: Static<I>) => ({
  queryKey: [endpoint.name, input] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => call(endpoint, input, { signal }),
})

/**
 * Has reading verbs fetched again after something was done, those that are meant by their name. An answer that is still on its way may
 * be of before, and is not waited for: of a verb that was never answered the client would otherwise take it for the new one.
 */
export async function fetchAnew(client: QueryClient, isMeant: (name: string) => boolean): Promise<void> {
  const meant = ({ queryKey: [name] }: { queryKey: readonly unknown[] }) => isMeant(String(name))
  await client.cancelQueries({ predicate: (query) => query.state.data === undefined && meant(query) })
  await client.invalidateQueries({ predicate: meant })
}

const mayHaveArrived = (problem: unknown) =>
  problem instanceof ApiProblem && (problem.status === 0 || problem.code === 'session.signed-out' || problem.status >= 500)

/**
 * A writing verb of a page. Pressing again after a lost answer with the same input sends the same command, so nothing is
 * done twice; `renews` names reading verbs (or subjects) whose figures are fetched again after it.
 */
export function useCommand<I extends TObject, R extends TSchema>(
  endpoint: Endpoint<I, R>,
  renews: readonly string[] = [],
): UseMutationResult<Static<R>, unknown, Static<I>> {
  const client = useQueryClient()
  const open = useRef<{ input: string; mark: CommandMark } | undefined>(undefined)
  return useMutation({
    mutationFn: async (input: Static<I>) => {
      const text = JSON.stringify(input)
      if (open.current?.input !== text) open.current = { input: text, mark: newMark() }
      try {
        const reply = await call(endpoint, input, { mark: open.current.mark })
        open.current = undefined
        return reply
      } catch (problem) {
        if (!mayHaveArrived(problem)) open.current = undefined
        throw problem
      }
    },
    onSuccess: () => {
      fieldsSaved()
      return fetchAnew(client, (name) => renews.some((one) => name === one || name.startsWith(`${one}.`)))
    },
  })
}
