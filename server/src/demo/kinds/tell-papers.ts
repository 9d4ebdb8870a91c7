import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import type { DocumentAct } from '@wangdi/domain/kinds/document/document.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { momentOf, type PaperLine, type PaperSample } from './sample.ts'
import type { Telling } from './tell-asked.ts'
import { pointed, remember } from './told.ts'
import { ableTo } from './who.ts'

// Each act comes some hours after the one before it, and none later than now.
const hoursBetween = 5

async function tellPaper(telling: Telling, { kind }: PaperSample, line: PaperLine, place: PlaceCode): Promise<void> {
  const { speak, chance, now } = telling
  const verbs = documentVerbs(kind)
  const id = chance.id()
  const began = new Date(momentOf(line.saved, now)).getTime()
  const today = shanghaiDay(now.getTime())
  const days = Object.fromEntries(Object.entries(line.days ?? {}).map(([name, after]) => [name, addDays(today, Number(after))]))
  const fields = { ...pointed(telling, kind.fields, line.fields, place), ...days }
  const receipt = pointed(telling, kind.receipt ?? {}, line.receipt ?? {}, place)
  let version = 0
  let writer = ''
  const say = async (act: DocumentAct, nth: number) => {
    const may = ableTo(kind, act).filter(
      ({ place: of, login }) => place.startsWith(of) && (act !== 'approve' || login !== writer),
    )
    const who = (may.find(({ place: of }) => of === place) ?? may[0])?.login
    const verb = act === 'save' ? verbs.save : verbs.acts[act]
    if (who === undefined || !verb) throw new Error(`nobody of the demo does ${kind.name}.${act} at ${place}`)
    if (act === 'save') [version, writer] = [version + 1, who]
    const said = {
      ...(act === 'save' && { place, v: kind.version, fields: version === 1 ? fields : { ...fields, ...line.next } }),
      ...(act === 'receive' && { v: kind.version, fields: receipt }),
      ...(act === 'withdraw' && { ground: line.ground ?? '' }),
    }
    const at = new Date(Math.min(began + nth * hoursBetween * 3_600_000, now.getTime())).toISOString()
    await speak(who, at, verb, { id, version, ...said } as never)
  }
  remember(telling, kind, place, fields, id)
  for (const [nth, act] of (['save', ...(line.acts ?? [])] as const).entries()) await say(act, nth)
}

/** Tells the documents of a kind. */
export async function tellPapers(telling: Telling, sample: PaperSample): Promise<void> {
  for (const [place, lines] of Object.entries(sample.lines))
    for (const line of lines) await tellPaper(telling, sample, line, place)
}
