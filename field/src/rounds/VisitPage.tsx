import { doorPlate, shortDoor } from '@wangdi/domain/places/door-plate.ts'
import { type VisitNeed, type VisitResult, visitResults } from '@wangdi/domain/rounds/rounds.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { TextArea } from 'antd-mobile'
import { CircleCheck, Mic, Pencil, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { householdsOf } from '../places/door.ts'
import { Members } from '../places/Members.tsx'
import { Bar } from '../shell/Bar.tsx'
import { useKnown } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { useRecord } from '../shell/use-record.ts'
import { personsToMeet, workOf } from '../today/work.ts'
import { Needs, Results, Use } from './choices.tsx'
import { LeftOut, Met } from './Met.tsx'
import { nextDoor } from './next-door.ts'
import { Advice, DoorHead, Words } from './VisitParts.tsx'

/** 入户走访: one visit in a few taps, the result under the thumb, and on to the next door. */
export function VisitPage({ dwelling, round, replaces }: { dwelling: string; round: string | null; replaces: string | null }) {
  const { t } = useTranslation('rounds')
  const shell = useTranslation('shell').t
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const { held, setting, entries } = useKnown()
  const record = useRecord()
  const now = useNow()
  const today = dayOf(now)
  const households = householdsOf(held, setting, today)
  const household = households.get(dwelling)
  // A correction begins with what was said; otherwise nothing of this moment is preset but whom to see.
  const before = replaces ? household?.visits.find(({ id }) => id === replaces) : undefined
  const [needs, setNeeds] = useState<VisitNeed[]>(before?.needs ?? [])
  const [use, setUse] = useState<'own' | 'rented' | 'vacant' | 'dormitory'>()
  const [note, setNote] = useState(before?.note ?? '')
  const [changes, setChanges] = useState<string | undefined>(before?.changes || undefined)
  const [result, setResult] = useState<VisitResult | undefined>(before?.result)
  const [named, setNamed] = useState<string[] | undefined>(before?.result === 'met' ? before.met : undefined)
  const [asked, setAsked] = useState(false)
  const moment = new Date(now).toISOString()
  const next = household && nextDoor(household, workOf(held, setting, moment), round, moment)

  if (!household)
    return (
      <>
        <Bar>{t('visit')}</Bar>
        <main className="f-main f-say">{shell('notFound')}</main>
      </>
    )
  const { door, people } = household
  const away = result !== undefined && result !== 'met'
  const last = entries.filter(({ verb, state }) => verb === 'rounds.record-visit' && state !== 'dropped').at(-1)
  const asksWho = result === 'met' && people.length > 1
  const due = personsToMeet(household, held, setting, today, replaces)
  const met = named ?? due
  // Who lives alone is named too: the visit stays theirs when somebody moves in.
  const alone = before && before.met.length > 0 ? before.met : people.map(({ id }) => id)

  async function save() {
    if (!result) return setAsked(true)
    const said = {
      id: newId(),
      dwelling,
      ...(round && { round }),
      result,
      ...(result === 'met' && { needs }),
      ...(use && { use }),
      ...(result === 'met' && people.length > 0 && { met: asksWho ? met : alone }),
      ...(note.trim() && { note: note.trim() }),
      ...(changes?.trim() && { changes: changes.trim() }),
      ...(replaces && { replaces }),
    }
    const entry = await record('rounds.record-visit', said, {
      ...doorPlate(door),
      text: `${t('visit')} · ${visitResults[result][language]}`,
    })
    if (!entry) return
    if (next && !replaces) go(`/visit/${next.door.id}${round ? `?round=${round}` : ''}`, { replace: true })
    else go('/', { replace: true })
  }

  return (
    <>
      <Bar>{t('visit')}</Bar>
      <main className="f-body">
        <DoorHead household={household} />
        <section className="f-who">
          <ul className="f-members">
            <Members people={people} />
            <li className="f-change">
              <button type="button" className="f-link" onClick={() => setChanges(changes ?? '')}>
                <Pencil size={18} aria-hidden="true" /> {t('changed')}
              </button>
            </li>
          </ul>
          {changes !== undefined && <Words value={changes} set={setChanges} label={t('changedHint')} />}
        </section>
        <div className="f-main f-visit">
          {replaces && <p className="f-say">{t('correcting')}</p>}
          {away && <Advice result={result} />}
          {!away && (
            <>
              <section>
                <h3 className="f-lab">
                  {t('needs')} <small>{t('needsHint')}</small>
                </h3>
                <Needs on={needs} set={setNeeds} />
              </section>
              <section>
                <h3 className="f-lab">
                  {t('use')} <small>{t('useHint')}</small>
                </h3>
                <Use value={use ?? door.use} set={setUse} />
              </section>
            </>
          )}
          <div className="f-note">
            <TextArea
              value={note}
              onChange={setNote}
              placeholder={t('note')}
              rows={1}
              autoSize={{ minRows: 1, maxRows: 4 }}
              maxLength={500}
            />
            <Mic size={22} strokeWidth={1.75} aria-hidden="true" />
          </div>
          <section>
            <h3 className="f-lab">{t('result')}</h3>
            <Results
              value={result}
              set={(chosen) => {
                setResult(chosen)
                setAsked(false)
              }}
            />
          </section>
          {asksWho && <Met people={people} due={due} met={met} set={setNamed} />}
        </div>
      </main>
      <footer className="f-foot">
        {asked && (
          <p className="f-left-out" role="alert">
            {t('choose')}
          </p>
        )}
        {asksWho && <LeftOut people={people} due={due} met={met} />}
        {last && !replaces && (
          <p className="f-saved" role="status">
            <CircleCheck size={22} strokeWidth={1.75} aria-hidden="true" />
            {t('previous', {
              door: shortDoor(households.get(String(last.input.dwelling))?.door ?? door, door),
              state: shell(last.state === 'done' ? 'sent' : 'saved'),
            })}
            <button
              type="button"
              className="f-link"
              onClick={() => go(`/visit/${String(last.input.dwelling)}?replaces=${String(last.input.id)}`)}
            >
              <Undo2 size={18} aria-hidden="true" /> {t('change')}
            </button>
          </p>
        )}
        <button type="button" className="f-btn f-btn-main" onClick={() => void save()}>
          {next && !replaces
            ? t('saveNext', {
                door:
                  next.door.building === door.building && next.door.unit === door.unit
                    ? (next.door.room ?? next.door.house)
                    : shortDoor(next.door, door),
              })
            : t('ui:save')}
        </button>
      </footer>
    </>
  )
}
