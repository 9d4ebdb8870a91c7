import type { Reach } from '../access/reach.ts'
import type { Role } from '../roles.ts'
import type { DocumentAct } from './document/document.ts'
import type { KindName } from './kind.ts'
import type { RegisterAct } from './register/register.ts'
import type { FlowName, flows } from './request/flows.ts'
import type { RoundAct } from './round/round.ts'

/** How far a verb of a kind reaches: as everywhere, or `given`: only what was given to the actor, and nothing beside it. */
export type KindReach = Reach | 'given'
/** Which roles may do one act of a kind, and how far. */
export type KindRow = Readonly<Partial<Record<Role, KindReach>>>

type OwnAct<K> = K extends { readonly flow: infer L extends FlowName }
  ? keyof (typeof flows)[L]['acts'] & string
  : K extends { readonly acts: readonly (infer A extends RegisterAct | RoundAct | DocumentAct)[] }
    ? A
    : never
/** The acts of a kind that need a row: those of its mechanism, to see it, and to see one's own where helpers are blind. */
export type ActOf<K> = OwnAct<K> | 'see' | (K extends { readonly blind: true } ? 'mine' : never)

/**
 * The rows of access of one kind by verb. An act without a row, and a row without an act, does not compile, so that nothing of a
 * kind is open or shut by oversight.
 */
export const accessOf = <const K extends { readonly name: KindName }>(
  kind: K,
  rows: Readonly<Record<ActOf<K>, KindRow>>,
): Readonly<Record<string, KindRow>> =>
  Object.fromEntries(Object.entries<KindRow>(rows).map(([act, row]) => [`${kind.name}.${act}`, row]))
