import type { Words } from '../../problem.ts'
import type { Fields } from '../fields.ts'
import type { Common, NoMore } from '../kind.ts'
import type { Term, Terms } from '../terms/term.rules.ts'
import type { Balance } from './balance.rules.ts'
import type { FlowName } from './flows.ts'

/** What a kind of request says: what is asked, by which flow, and how soon. */
export interface RequestGiven extends Common {
  readonly flow: FlowName
  readonly about: 'dwelling' | 'person' | 'place'
  /** Who handles it, where that is not the place it is about: the level above, or its county. */
  readonly handler?: 'above' | 'county'
  /** By urgency; never without any. */
  readonly terms: Terms
  /** What is late shows itself to the level above. */
  readonly climbs?: true
  /** What an act of the flow asks beside its words. */
  readonly asks?: Readonly<Record<string, Fields>>
  /** How it may be answered, where the flow asks for a result. */
  readonly results?: Readonly<Record<string, Words>>
  /** Of an act that comes out otherwise. */
  readonly resultsOf?: Readonly<Record<string, Readonly<Record<string, Words>>>>
  /** How long what an act starts may take, where that is another term than by urgency. */
  readonly termsOf?: Readonly<Record<string, Term>>
  /** Two acts whose rows must come to the same, or the second says why not. */
  readonly balance?: Balance
  /** The results after which nothing is done with it any more, whatever the flow has. */
  readonly final?: readonly string[]
}
/** A kind of what is asked and ends in an answer. */
export type RequestKind = RequestGiven & { readonly mechanism: 'request' }

/** Declares a kind of request. */
export const request = <const K extends RequestGiven>(given: NoMore<K, RequestGiven>): K & { readonly mechanism: 'request' } => ({
  ...given,
  mechanism: 'request',
})
