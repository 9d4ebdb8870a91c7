import type { Role } from '../roles.ts'

/**
 * How far a verb reaches for a role: `own` the actor's own things · `grid` dwellings of the actor's grids today ·
 * `area` personal data of the actor's community, street or county · `figures` figures and policy facts of the actor's
 * place and all below, never names · `above` policy facts of the places that the actor's place lies in, and its own ·
 * `given` what was given to the actor to do, as far as doing it needs, and nothing and nobody beside it.
 */
export type Reach = 'own' | 'grid' | 'area' | 'figures' | 'above' | 'given'

/** Which roles may do one verb, and how far. */
export type Row = Partial<Record<Role, Reach>>

/** The rows of one subject, by verb. */
export type Rows = Readonly<Record<string, Row>>
