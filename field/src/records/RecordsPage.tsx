import { type VisitResult, visitResults } from '@wangdi/domain/rounds/rounds.ts'
import { DoorPlate } from '@wangdi/ui/marks/DoorPlate.tsx'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatMoment } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { useTranslation } from 'react-i18next'
import { useState } from 'react'
import { AskFirst } from '../shell/asking/AskFirst.tsx'
import { isGone, isOfKind, KindSaid, KindStands } from '../kinds/KindRecord.tsx'
import { OfflinePill } from '../shell/Bar.tsx'
import { useKnown, usePhone } from '../shell/phone.ts'
import { Tabs } from '../shell/Tabs.tsx'
import { type Entry, isOpen, waitsFor } from '../sync/outbox.ts'

/** 记录: everything recorded in the last days with its state; what was refused stays here until it is settled. */
export function RecordsPage() {
  const { t } = useTranslation('records')
  const { engine } = usePhone()
  const { entries, exchange } = useKnown()
  const order = { refused: 0, unsent: 1, done: 2, dropped: 2 }
  const all = [...entries].sort((a, b) => order[a.state] - order[b.state] || (a.at < b.at ? 1 : -1))
  return (
    <>
      <header className="f-top">
        <h1>{t('title')}</h1>
        <OfflinePill />
        {entries.some(({ state }) => state === 'unsent') && (
          <button type="button" className="f-link" disabled={exchange.running} onClick={() => void engine.sync()}>
            {exchange.running ? t('sending') : t('sendNow')}
          </button>
        )}
      </header>
      <main className="f-main">
        {all.length === 0 && <p className="f-card f-empty">{t('empty')}</p>}
        {all.map((entry) => (
          <Line key={entry.id} entry={entry} waits={isOpen(entry) && waitsFor(entry, entries) !== undefined} />
        ))}
      </main>
      <Tabs at="records" />
    </>
  )
}

function Line({ entry, waits }: { entry: Entry; waits: boolean }) {
  const { t } = useTranslation('records')
  const today = dayOf(useNow())
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const state = entry.state === 'refused' && entry.asked ? 'asked' : entry.state
  return (
    <section className="f-card" data-state={entry.state}>
      <div className="f-row">
        <div className="f-row-main">
          <DoorPlate {...entry.title} />
          <span className="f-row-text">
            <b>{entry.title.text}</b>
            <span>
              {formatMoment(entry.at, today)} {waits && `· ${t('waits')}`}
            </span>
          </span>
        </div>
        <span className={`f-tag f-state-${entry.state}`}>{t(state)}</span>
      </div>
      {entry.clock && <p role="note">{t(entry.clock === 'back' ? 'clockBack' : 'clockSetRight')}</p>}
      {entry.state === 'dropped' && entry.problem?.code === 'regimes.data-destroyed' && (
        <p role="alert">{entry.problem.words[language]}</p>
      )}
      {entry.state === 'refused' && <Settle entry={entry} />}
    </section>
  )
}

// The server's reason, both texts side by side, and three ways on.
function Settle({ entry }: { entry: Entry }) {
  const { t } = useTranslation('records')
  const kinds = useTranslation('kinds').t
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const { engine } = usePhone()
  const { setting } = useKnown()
  const isKinds = isOfKind(entry)
  const [dropping, setDropping] = useState(false)
  const director = setting?.colleagues.find(({ role, phone }) => role === 'community-director' && phone)
  return (
    <div className="f-settle">
      <p role="alert">{t('why', { why: isGone(entry) ? kinds('gone') : (entry.problem?.words[language] ?? '') })}</p>
      <div className="f-both">
        <div>
          <h2>{t('own')}</h2>
          {isKinds ? <KindSaid entry={entry} /> : <Fields values={entry.input} />}
        </div>
        <div>
          <h2>{t('other')}</h2>
          {isKinds ? <KindStands entry={entry} /> : <Other entry={entry} />}
        </div>
      </div>
      <div className="f-settle-keys">
        <button
          type="button"
          className="f-btn-small"
          onClick={() => void engine.settle(entry.id, 'mine').then(() => engine.sync())}
        >
          {t('mine')}
        </button>
        <button type="button" className="f-btn-small" onClick={() => setDropping(true)}>
          {t('theirs')}
        </button>
        {entry.asked && director ? (
          <a className="f-btn-small" href={`tel:${director.phone}`}>
            {t('callSupervisor', { name: director.name })}
          </a>
        ) : (
          <button type="button" className="f-btn-small" onClick={() => void engine.settle(entry.id, 'ask')}>
            {t('ask')}
          </button>
        )}
      </div>
      {dropping && (
        <AskFirst label={t('theirs')} onCancel={() => setDropping(false)}>
          <p>{t('theirsFollows')}</p>
          <button type="button" className="f-btn f-btn-danger" onClick={() => void engine.settle(entry.id, 'theirs')}>
            {t('theirsYes')}
          </button>
        </AskFirst>
      )}
    </div>
  )
}

const shown = ['result', 'temperature', 'symptoms', 'needs', 'use', 'origin', 'changes', 'note'] as const

function Fields({ values }: { values: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation('records')
  const rounds = useTranslation('rounds').t
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const text = (field: (typeof shown)[number], value: unknown) => {
    if (field === 'result') return visitResults[value as VisitResult]?.[language] ?? String(value)
    if (field === 'use') return rounds(`uses.${String(value)}`)
    return Array.isArray(value) ? value.join('、') : String(value)
  }
  return shown.flatMap((field) => {
    const value = values[field]
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return []
    return [
      <p key={field}>
        <small>{t(`fields.${field}`)}</small> {text(field, value)}
      </p>,
    ]
  })
}

// What stands now: the last visit of the door as the phone holds it, else who changed it and when.
function Other({ entry }: { entry: Entry }) {
  const { t } = useTranslation('records')
  const { held } = useKnown()
  const { by, at } = (entry.problem?.facts ?? {}) as { by?: string; at?: string }
  const visits = [...held.visit.values()].filter(({ dwelling, id }) => dwelling === entry.input.dwelling && id !== entry.input.id)
  const last = visits.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
  if (by) return <p>{t('nothingThere', { by, at: at ?? '' })}</p>
  return last && entry.verb === 'rounds.record-visit' ? <Fields values={{ ...last }} /> : <p>—</p>
}
