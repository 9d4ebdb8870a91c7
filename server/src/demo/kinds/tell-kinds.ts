import { countyOf } from '@wangdi/domain/place-code.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { sql } from 'kysely'
import { countyOf as countyIn, type Db, inTransaction } from '../../platform/db.ts'
import { documents } from '../../documents/index.ts'
import { requests } from '../../requests/index.ts'
import { rounds as roundVerbs } from '../../rounds/index.ts'
import { type DemoLogin, town, villages } from '../accounts.ts'
import { makeSpeakerWithin, type SpeakerParts } from './speaker.ts'
import type { AskedSample, PaperSample, ThingSample } from './sample.ts'
import { askedSamples, lookSamples, paperSamples, thingSamples } from './samples/all.ts'
import { tellAsked, type Telling } from './tell-asked.ts'
import { tellPapers } from './tell-papers.ts'
import { makePutting } from './tell-photos.ts'
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
      const people = await eldestBehind(db, parts.doors)
      const put = makePutting(db, parts)
      const telling: Telling = { ...parts, speak: speakWithin(db), put, people, told: new Map(), later: [] }
      const told: ToldThing[] = []
      for (const sample of thingSamples) told.push(...(await tellThings(telling, within(county, sample))))
      for (const sample of lookSamples) await tellLooks(telling, sample, told)
      for (const sample of askedSamples) await tellAsked(telling, within(county, sample))
      for (const sample of paperSamples) await tellPapers(telling, within(county, sample))
      for (const tell of telling.later) await tell()
    })
}

/** Of each door the eldest who lives there, by what its plate says. */
async function eldestBehind(db: Db, doors: KindParts['doors']): Promise<Map<string, Id>> {
  const { rows } = await sql<{ id: Id; dwelling: Id }>`select distinct on (p.dwelling) p.id, p.dwelling from person p
    where p.county = ${countyIn(db)} and p.dwelling is not null and p.left_on is null order by p.dwelling, p.born, p.id`.execute(
    db,
  )
  const eldest = new Map(rows.map(({ id, dwelling }) => [dwelling, id]))
  return new Map([...doors].flatMap(([plate, dwelling]) => (eldest.has(dwelling) ? [[plate, eldest.get(dwelling) ?? '']] : [])))
}

const within = <S extends AskedSample | ThingSample | PaperSample>(county: PlaceCode, sample: S): S => ({
  ...sample,
  lines: Object.fromEntries(Object.entries(sample.lines).filter(([community]) => countyOf(community) === county)),
})
