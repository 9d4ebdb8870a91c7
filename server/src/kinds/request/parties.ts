import { rolesOfDoers } from '@wangdi/domain/access/doers.ts'
import { problems } from '@wangdi/domain/kinds/kinds.problems.ts'
import type { Whom } from '@wangdi/domain/kinds/request/flow.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import type { Actor as Acting, Folded } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { countyOf } from '@wangdi/domain/place-code.ts'
import { refuse } from '@wangdi/domain/problem.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
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

/** Refuses an act that hands something to a place of another county, or to somebody who may not do it there. */
export async function refuseStrangers(db: Db, kind: RequestKind, whom: Whom, { office }: Folded, own: PlaceCode): Promise<void> {
  const places = [whom.office, whom.other, whom.chain, whom.addressees].flatMap(list)
  if (places.some((place) => place.length < 6 || countyOf(place) !== countyOf(own))) throw problems.otherCounty({})
  if (whom.doer === undefined) return
  const doers = await listDoers(db, whom.office ?? office ?? own, rolesOfDoers(kind))
  refuse(doers.some(({ id }) => id === whom.doer) ? undefined : problems.noSuchDoer({}))
}
