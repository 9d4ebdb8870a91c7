import type { Match as MatchedBy } from '@wangdi/domain/people/arrival/arrival.ts'
import { comparableName } from '@wangdi/domain/people/name.ts'
import type { Entry } from '@wangdi/domain/people/roster/entry.ts'
import type { RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import { mayBeSame } from '@wangdi/domain/people/roster/judge.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import type { SealedField } from '../../platform/secrets/fields.ts'
import { type Held, hasNumbered, listByDocument, listByName, listUnnumbered } from './import.queries.ts'
import type { NameIndex } from './reading/judged-roster.ts'

/** An entry made ready: search words, sealed numbers, and its dwelling. */
export interface ReadyEntry {
  readonly entry: Entry
  readonly names: NameIndex
  readonly document: SealedField | undefined
  readonly phone: SealedField | undefined
  readonly dwelling: Id | null
}

/** Who an entry is: somebody held, and by what, or somebody new who may look like others. `counts`: found among the people held. */
export interface Match {
  readonly same?: Held
  readonly by?: Exclude<MatchedBy, 'chosen' | 'new'>
  readonly likes: readonly Held[]
  readonly counts: boolean
}

/** Matching of one run: people whom it entered itself are told to it, so that they are not taken for people held before. */
export interface Matching {
  /** `again` looks for numbers even where nobody had one when the run began. */
  match(entries: readonly ReadyEntry[], again?: boolean): Promise<Match[]>
  entered(person: Id): void
}

const mostLikes = 5

/**
 * Matches entries of one community with the people held before this run. The same document number is the same person.
 * Without a number on one side, the same name is the same person only with the same phone or door; else a look-alike,
 * which a person settles: one such namesake counts as found, several do not. `area` is how far the actor sees.
 */
export async function openMatching(db: Db, community: PlaceCode, kind: RosterKind, area: PlaceCode): Promise<Matching> {
  // A community's first roster finds nobody; whoever sees more than the community may find people of its neighbours.
  const mayFind = area !== community || (await hasNumbered(db, community))
  const unnumbered = Map.groupBy(await listUnnumbered(db, community), ({ name }) => comparableName(name))
  const entered = new Set<Id>()
  // Whoever arrives is entered where they stay: a record of another community would be seen there by nobody.
  const within = kind === 'arrivals' ? community : undefined
  // Who is known only as an arrival is not yet on the books of residents.
  const onBooks = (held: Held) => kind === 'residents' || held.source !== 'arrival'

  const match = async (entries: readonly ReadyEntry[], again = false) => {
    const hashes = entries.flatMap(({ document }) => (document ? [document.hash] : []))
    const byDocument = new Map(
      (mayFind || again ? await listByDocument(db, hashes, within) : []).map((held) => [held.documentHash, held]),
    )
    const nameless = entries.filter(({ document }) => !document)
    const named = await listByName(
      db,
      community,
      [...new Set(nameless.map(({ names }) => names.initials))],
      [...new Set(nameless.map(({ entry }) => entry.name))],
    )
    const numbered = Map.groupBy(
      named.filter(({ id }) => !entered.has(id)),
      ({ name }) => comparableName(name),
    )
    return entries.map((ready) => matchOf(ready, byDocument, unnumbered, numbered, onBooks))
  }
  return { match, entered: (person) => void entered.add(person) }
}

function matchOf(
  ready: ReadyEntry,
  byDocument: ReadonlyMap<string | null, Held>,
  unnumbered: ReadonlyMap<string, readonly Held[]>,
  numbered: ReadonlyMap<string, readonly Held[]>,
  onBooks: (held: Held) => boolean,
): Match {
  const { entry, document, phone, dwelling } = ready
  const held = document && byDocument.get(document.hash)
  if (held && onBooks(held)) return { same: held, by: 'document', likes: [], counts: true }
  const name = comparableName(entry.name)
  const namesakes = [...(unnumbered.get(name) ?? []), ...(document ? [] : (numbered.get(name) ?? []))].filter((other) =>
    mayBeSame(entry, personOf(other)),
  )
  const counting = namesakes.filter(onBooks)
  // Known so far as an arrival only; the namesake on the books, told of then, is still the one found.
  if (held) return { same: held, by: 'document', likes: [], counts: counting.length === 1 }
  const byPhone = (other: Held) => phone !== undefined && other.phoneHash === phone.hash
  const same = document
    ? undefined
    : namesakes.find((other) => byPhone(other) || (dwelling !== null && other.dwelling === dwelling))
  if (same) return { same, by: byPhone(same) ? 'phone' : 'door', likes: [], counts: onBooks(same) }
  return { likes: namesakes.slice(0, mostLikes), counts: counting.length === 1 }
}

const personOf = ({ sex, born }: Held) => ({ ...(sex ? { sex } : {}), ...(born ? { birth: born } : {}) })
