import type { AskedRow } from '@wangdi/domain/kinds/request/request.api.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import type { Static } from 'typebox'

/** The act of a flow that gives a request to one person, by its name; undefined where nothing is given out. */
export function handOutOf({ flow }: Pick<RequestKind, 'flow'>): string | undefined {
  const given = Object.entries(flowOf(flow).acts).find(
    ([, { by, sets = [], from }]) => by === 'office' && sets.length === 1 && sets[0] === 'doer' && !from.includes('none'),
  )
  return given?.[0]
}

/** Whether a row can be given out by an office now; the server judges each again. */
export const mayHandOut = (kind: RequestKind, act: string, { state, office }: Static<typeof AskedRow>, place: string): boolean =>
  office === place && (flowOf(kind.flow).acts[act]?.from.includes(state) ?? false)
