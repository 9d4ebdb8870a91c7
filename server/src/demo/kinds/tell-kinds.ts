import { countyOf } from '@wangdi/domain/place-code.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { inTransaction } from '../../platform/db.ts'
import { documents } from '../../documents/index.ts'
import { requests } from '../../requests/index.ts'
import { rounds as roundVerbs } from '../../rounds/index.ts'
import { type DemoLogin, town, villages } from '../accounts.ts'
import { makeSpeakerWithin, type SpeakerParts } from './speaker.ts'
import type { AskedSample, PaperSample, ThingSample } from './sample.ts'
import { askedSamples, lookSamples, paperSamples, thingSamples } from './samples/all.ts'
import { tellAsked, type Telling } from './tell-asked.ts'
import { tellPapers } from './tell-papers.ts'
import { tellLooks, tellThings, type ToldThing } from './tell-things.ts'

/** What the kinds of the demo are told from: who speaks, when it is now, and the doors by what their plates say. */
export interface KindParts extends SpeakerParts {
  readonly now: Date
  readonly accounts: Record<DemoLogin, string>
  readonly doors: ReadonlyMap<string, string>
}

/**
 * Gives every kind its records, told by the people of the demo through the functions of the verbs, each act at its own moment: it is
 * judged, folded and kept as in real use. The same records in every run, around the moment given.
 */
export async function tellKinds(parts: KindParts): Promise<void> {
  const speakWithin = await makeSpeakerWithin(parts, [...documents, ...requests, ...roundVerbs])
  for (const county of [town, villages[0]].map(countyOf))
    await inTransaction(parts.owner, { county, area: county, place: county, health: true }, async (db) => {
      const telling: Telling = { ...parts, speak: speakWithin(db), told: new Map() }
      const told: ToldThing[] = []
      for (const sample of thingSamples) told.push(...(await tellThings(telling, within(county, sample))))
      for (const sample of lookSamples) await tellLooks(telling, sample, told)
      for (const sample of askedSamples) await tellAsked(telling, within(county, sample))
      for (const sample of paperSamples) await tellPapers(telling, within(county, sample))
    })
}

const within = <S extends AskedSample | ThingSample | PaperSample>(county: PlaceCode, sample: S): S => ({
  ...sample,
  lines: Object.fromEntries(Object.entries(sample.lines).filter(([community]) => countyOf(community) === county)),
})
