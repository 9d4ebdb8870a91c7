import { shanghaiDay } from '../../day.ts'
import type { Endpoint } from '../../endpoint.ts'
import type { Words } from '../../problem.ts'
import type { Day, Instant } from '../../schema.ts'

/** What a look is called where its way is not told. */
export const someLook: Words = { zh: '看过', en: 'Looked' }

/** The first day of which a stay under observation, or an arrival, of somebody is still kept. */
export type KeptSince = Readonly<Partial<Record<'stay' | 'arrival', Day>>>

// By which record of somebody they stood in what the verb shows: verbs of a function that ends with a response, and those about
// people under observation that are open at any time. About arrivals are also those of county health that decides about them.
const ofStays = /^(plan\.(observed-doors|controlled|replay-term)|requests\.(proposed-errands|decide-errand))$/
const ofArrivals = /^observation\.(queue|queue-people|decide-arrivals|withdraw-decision|send-back)$/

type Verb = Pick<Endpoint, 'name' | 'health' | 'needs'>

/** Of which record, that ends with a response, somebody must have one to stand in what a verb shows. */
function recordOf({ name, health, needs }: Verb): keyof KeptSince | undefined {
  if (needs === 'arrivals' || ofArrivals.test(name)) return 'arrival'
  const isOfStay = needs === 'observation' || (health && name.startsWith('observation.')) || ofStays.test(name)
  return isOfStay ? 'stay' : undefined
}

/**
 * Whether it is told by which verb somebody was seen. A verb about health is told to whoever may do it themselves. One about
 * those under observation, or about arrivals, is told, besides, from the day on of which such a record of theirs is kept: once
 * its data are destroyed no trace says that there was one. What a phone downloads tells nothing of anybody.
 */
export function isWayTold(verb: Verb, at: Instant, may: boolean, kept: KeptSince): boolean {
  if (verb.name.startsWith('sync.')) return true
  if (verb.health && !may) return false
  const record = recordOf(verb)
  if (!record) return true
  const since = kept[record]
  return since !== undefined && shanghaiDay(Date.parse(at)) >= since
}
