import { errand } from '../requests/kinds/errand.kind.ts'
import type { RequestKind } from '../kinds/request/request.ts'

/** The kinds that phones carry: each says so itself; they stand here by name, so that a phone loads no other. */
export const phoneKinds: readonly RequestKind[] = [errand]

/** A kind that phones carry, by its name; undefined where it is none. */
export const phoneKindOf = (name: string): RequestKind | undefined => phoneKinds.find((kind) => kind.name === name)

/** The kind and the act that a verb is of; undefined for a verb of no kind that phones carry. */
export function kindAct(verb: string): { readonly kind: RequestKind; readonly act: string } | undefined {
  const cut = verb.lastIndexOf('.')
  const kind = phoneKindOf(verb.slice(0, cut))
  return kind && { kind, act: verb.slice(cut + 1) }
}
