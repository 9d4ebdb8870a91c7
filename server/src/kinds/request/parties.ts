import { levelsOfTakers, rolesOfDoers } from '@wangdi/domain/access/doers.ts'
import { problems } from '@wangdi/domain/kinds/kinds.problems.ts'
import type { Whom } from '@wangdi/domain/kinds/request/flow.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import type { Actor as Acting, Folded } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { ancestryOf, countyOf, levelOf, parentOf } from '@wangdi/domain/place-code.ts'
import { refuse } from '@wangdi/domain/problem.ts'
import type { Place } from '@wangdi/domain/places/places.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { isPlace, listBelow, listPlaces } from '../../places/index.ts'
import type { Db } from '../../platform/db.ts'
import type { Request } from '../../platform/serve.ts'
import { listDoers } from './aim.queries.ts'

/** Who acts, as the flow judges them: whoever sees only what was given to them is blind to the rest. */
export const actingAs = ({ actor, reach }: Pick<Request<never>, 'actor' | 'reach'>): Acting => ({
  account: actor.account,
  place: actor.place,
  isBlind: reach === 'given',
})

const list = (place: string | readonly string[] | undefined) => (place === undefined ? [] : [place].flat())

/** The places above an office, and the communities beside it, where somebody can take a request of a kind from it. */
export async function listTakers(
  db: Db,
  kind: RequestKind,
  office: PlaceCode,
  day: Day,
): Promise<Pick<Place, 'code' | 'name'>[]> {
  const levels = levelsOfTakers(kind)
  const above = await listPlaces(db, ancestryOf(office), day)
  const beside = levels.includes('community') && levelOf(office) === 'community' ? await listBelow(db, parentOf(office), day) : []
  return [...above.filter(({ code }) => code.length >= 6), ...beside]
    .filter(({ code, level }) => code !== office && levels.includes(level))
    .map(({ code, name }) => ({ code, name }))
}

/** Refuses an act that hands something to a place of another county, where it would lie untaken, or to somebody who may not do it there. */
export async function refuseStrangers(
  db: Db,
  kind: RequestKind,
  whom: Whom,
  { office }: Folded,
  own: PlaceCode,
  day: Day,
): Promise<void> {
  const places = [whom.office, whom.other, whom.chain, whom.addressees].flatMap(list)
  if (places.some((place) => place.length < 6 || countyOf(place) !== countyOf(own))) throw problems.otherCounty({})
  const { other = own } = whom
  if (other !== own && !(levelsOfTakers(kind).includes(levelOf(other)) && (await isPlace(db, other, day))))
    throw problems.nobodyTakes({})
  if (whom.doer === undefined) return
  const doers = await listDoers(db, whom.office ?? office ?? own, rolesOfDoers(kind))
  refuse(doers.some(({ id }) => id === whom.doer) ? undefined : problems.noSuchDoer({}))
}
