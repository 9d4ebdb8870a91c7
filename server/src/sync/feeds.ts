import { reachOf } from '@wangdi/domain/access/access.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { arrivalFeed } from './arrival.queries.ts'
import { answerFeed, colourFeed, episodeFeed, readingFeed } from './care.queries.ts'
import { dwellingFeed, markFeed, personFeed } from './door.queries.ts'
import type { AnyFeed } from './feed.ts'
import { roundFeed, visitFeed } from './round.queries.ts'
import { askedFeed, checkFeed, paperFeed, thingFeed } from './kinds.queries.ts'

/** What phones hold: the rows of each subject, in the order in which they hang on each other. */
export const feeds: readonly AnyFeed[] = [
  dwellingFeed,
  personFeed,
  markFeed,
  colourFeed,
  visitFeed,
  episodeFeed,
  readingFeed,
  answerFeed,
  arrivalFeed,
  roundFeed,
  askedFeed,
  thingFeed,
  checkFeed,
  paperFeed,
]

/** The feeds that a role may see. */
export const feedsFor = (role: Role): AnyFeed[] =>
  feeds.filter(({ needs }) => needs === undefined || reachOf(needs, role) !== undefined)
