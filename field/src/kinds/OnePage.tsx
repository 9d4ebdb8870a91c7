import type { Field, Values } from '@wangdi/domain/kinds/fields.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { columnsOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { DoorPlate } from '@wangdi/ui/marks/DoorPlate.tsx'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDeadline } from '@wangdi/ui/words/format.ts'
import { Check, Phone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar } from '../shell/Bar.tsx'
import { useKnown, usePhone } from '../shell/phone.ts'
import { Acts } from './Acts.tsx'
import { namesOnPhone } from './pointing/offered.ts'
import { usePlate } from './ListPage.tsx'
import { onPhone, type OnPhone } from './on-phone.ts'
import { useSay } from './say.ts'
import { titleOf } from './words-of.ts'

/** One request: which door, until when, what to bring, and what became of it. */
export function OnePage({ id }: { id: string }) {
  const { t } = useTranslation('kinds')
  const { me } = usePhone()
  const { held } = useKnown()
  const say = useSay()
  const today = dayOf(useNow())
  const plateOf = usePlate()
  const one = onPhone(held, id, me, new Date(useNow()).toISOString())
  if (!one)
    return (
      <>
        <Bar>{t('what')}</Bar>
        <main className="f-main f-say">{t('gone')}</main>
      </>
    )
  const { row, kind, fields, isGiven, may } = one
  const { due_at, state } = row.standing
  const stands = flowOf(kind.flow).states[state]?.words
  const call = fields.find(([, { type }]) => type === 'phone')
  return (
    <>
      <Bar>{say(titleOf(one))}</Bar>
      <main className="f-body f-body-short">
        <section className="f-who f-who-head">
          <div className="f-door-head">
            <DoorPlate {...plateOf(one)} />
            <div>
              <h2>{say(kind.words)}</h2>
              <p>{due_at ? t('by', { when: formatDeadline(due_at, today) }) : may.length > 0 ? t('noTerm') : ''}</p>
              {!isGiven && stands && <p>{say(stands)}</p>}
            </div>
            {call && (
              <a className="f-call-key" href={`tel:${String(row.fields[call[0]])}`}>
                <Phone size={24} strokeWidth={1.75} aria-hidden="true" />
                {t('call')}
              </a>
            )}
          </div>
          {isGiven && <p className="f-apart">{t('apart')}</p>}
        </section>
        <div className="f-main f-visit">
          <Facts one={one} />
          {may.length === 0 && (
            <p className="f-say" role="status">
              {t(isGiven ? 'told' : 'nobody')}
            </p>
          )}
        </div>
      </main>
      <Acts key={state} one={one} title={{ ...plateOf(one), text: say(titleOf(one)) }} />
    </>
  )
}

/** What was said: things to tick off one by one, all else a line each. What is ticked stays on this page. */
function Facts({ one: { row, kind, fields } }: { one: OnPhone }) {
  const say = useSay()
  const { held } = useKnown()
  const title = columnsOf(kind)[0]?.[0]
  const told = fields.filter(([name, { type }]) => type !== 'phone' && name !== title)
  const plain = told.filter(([, { type }]) => type !== 'rows')
  return (
    <>
      {told.map(
        ([name, field]) =>
          field.type === 'rows' && <Things key={name} field={field} rows={row.fields[name] as readonly Values[]} />,
      )}
      {plain.length > 0 && (
        <section className="f-card">
          {plain.map(([name, field]) => (
            <div className="f-line" key={name}>
              <span>{say(field.words)}</span>
              <em>{say(wordsOfValue(field, row.fields[name], namesOnPhone(held, row.fields[name])) ?? { zh: '', en: '' })}</em>
            </div>
          ))}
        </section>
      )}
    </>
  )
}

function Things({ field, rows }: { field: Field; rows: readonly Values[] }) {
  const { t } = useTranslation('kinds')
  const say = useSay()
  const [got, setGot] = useState<readonly number[]>([])
  return (
    <section>
      <h2 className="f-lab f-lab-n">
        {say(field.words)} <small>{t('ticked', { n: got.length, of: rows.length })}</small>
      </h2>
      <div className="f-card">
        {rows.map((line, nth) => {
          const cells = Object.entries(field.rows ?? {}).flatMap(([cell, inner]) => wordsOfValue(inner, line[cell]) ?? [])
          const [what, ...more] = cells.map(say)
          const isOn = got.includes(nth)
          return (
            <button
              // A line has no name of its own: it is the nth.
              key={nth.toString()}
              type="button"
              role="checkbox"
              aria-checked={isOn}
              className="f-thing"
              onClick={() => setGot(isOn ? got.filter((one) => one !== nth) : [...got, nth])}
            >
              <i aria-hidden="true">{isOn && <Check size={20} />}</i>
              <span>{what}</span>
              <em>{more.join(' ')}</em>
            </button>
          )
        })}
      </div>
    </section>
  )
}
