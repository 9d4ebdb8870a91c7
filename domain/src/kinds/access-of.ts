import type { Row, Rows } from '../access/reach.ts'
import type { Kind } from './declared/kind-faults.ts'
import type { DocumentAct } from './document/document.ts'
import type { KindName } from './kind.ts'
import type { RegisterAct } from './register/register.ts'
import type { FlowName, flows } from './request/flows.ts'
import type { RoundAct } from './round/round.ts'

type OwnAct<K> = K extends { readonly flow: infer L extends FlowName }
  ? keyof (typeof flows)[L]['acts'] & string
  : K extends { readonly acts: readonly (infer A extends RegisterAct | RoundAct | DocumentAct)[] }
    ? A
    : never
/**
 * The verbs of a kind that need a row: its acts, its list, one of it, those given to oneself where helpers are blind, taking its list out
 * unless it is health data, bringing a sheet into a register, where one can be taken, which communities have a document that each has to
 * have, and what is given out to those below and received by them.
 */
export type ActOf<K> =
  | OwnAct<K>
  | 'see'
  | 'get'
  | (K extends { readonly blind: true } ? 'mine' : never)
  | (K extends { readonly health: true } ? never : 'export')
  | (K extends { readonly mechanism: 'document'; readonly each: string } ? 'standing' : never)
  | (K extends { readonly mechanism: 'document'; readonly below: true } ? 'from-above' | 'acknowledge' | 'receivers' : never)
  | (K extends { readonly mechanism: 'register' }
      ? K extends { readonly noSheet: true }
        ? never
        : 'preview-import' | 'import'
      : never)

/** A kind with its rows of access by verb: what a subject declares, so that no kind stands anywhere without its rows. */
export interface Held<K = Kind> {
  readonly kind: K
  readonly rows: Rows
}

/**
 * A kind with its rows of access by verb. An act without a row, and a row without an act, does not compile, so that nothing of a
 * kind is open or shut by oversight.
 */
export const accessOf = <const K extends { readonly name: KindName }>(
  kind: K,
  rows: Readonly<Record<ActOf<K>, Row>>,
): Held<K> => ({
  kind,
  rows: Object.fromEntries(Object.entries<Row>(rows).map(([act, row]) => [`${kind.name}.${act}`, row])),
})

/** The kinds of a subject in the order of the menu. */
export const kindsOf = (held: readonly Held[]): readonly Kind[] => held.map(({ kind }) => kind)
/** Who may do what with the kinds of a subject. */
export const rowsOfKinds = (held: readonly Held[]): Rows => Object.assign({}, ...held.map(({ rows }) => rows))
