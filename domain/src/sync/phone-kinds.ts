import { errand } from '../requests/kinds/errand.kind.ts'
import { contingency } from '../documents/kinds/contingency.kind.ts'
import type { DocumentKind } from '../kinds/document/document.ts'
import type { RequestKind } from '../kinds/request/request.ts'
import type { RoundKind } from '../kinds/round/round.ts'
import { disinfection } from '../rounds/kinds/disinfection.kind.ts'
import { departmentLetter } from '../rounds/kinds/papers/department-letter.kind.ts'
import { elderGuide } from '../rounds/kinds/papers/elder-guide.kind.ts'
import { patrol } from '../rounds/kinds/patrol.kind.ts'
import { selfCheck } from '../rounds/kinds/self-check.kind.ts'

/** The kinds of requests that phones carry: each says so itself; they stand here by name, so that a phone loads no other. */
export const phoneKinds: readonly RequestKind[] = [errand]

/** The rounds over things that phones carry. */
export const phoneRounds: readonly RoundKind[] = [disinfection, selfCheck, patrol]

/** The documents that phones carry, as long as they hold. */
export const phonePapers: readonly DocumentKind[] = [contingency, departmentLetter, elderGuide]

/** A kind of request that phones carry, by its name; undefined where it is none. */
export const phoneKindOf = (name: string): RequestKind | undefined => phoneKinds.find((kind) => kind.name === name)

/** The kind of request and the act that a verb is of; undefined for a verb of none that phones carry. */
export function kindAct(verb: string): { readonly kind: RequestKind; readonly act: string } | undefined {
  const cut = verb.lastIndexOf('.')
  const kind = phoneKindOf(verb.slice(0, cut))
  return kind && { kind, act: verb.slice(cut + 1) }
}

/** The round that a verb records something of; undefined where it is of none that phones carry. */
export const roundOfVerb = (verb: string): RoundKind | undefined =>
  phoneRounds.find(({ name }) => verb === `${name}.record` || verb === `${name}.replace`)

/** The document that a verb receives, of the own place or from those above; undefined where it is none that phones carry. */
export const paperOfVerb = (verb: string): DocumentKind | undefined =>
  phonePapers.find(({ name }) => verb === `${name}.receive` || verb === `${name}.acknowledge`)
