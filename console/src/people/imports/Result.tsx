import { importRejects, type ImportReply } from '@wangdi/domain/people/import.api.ts'
import { StateIcon } from '@wangdi/ui/marks/StateMark.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shell/call.ts'
import { Outcome, totalsOf } from './Outcome.tsx'
import { giveFile } from './roster-file.ts'

/** What an import did: figures, what was not taken and why, and the rows to correct as a file. */
export function Result({
  result,
  name,
  onAgain,
  onSheet,
}: {
  result: ImportReply
  name: string
  onAgain: () => void
  /** Goes on with another sheet of the same file. */
  onSheet: (sheet: string) => void
}) {
  const { t } = useTranslation('imports')
  const rejected = result.rejected.length
  const taken = result.sheets.findIndex(({ state }) => state === 'taken')
  const next = result.sheets.find(({ state }, at) => at > taken && state === 'same-heads')
  return (
    <section className="card" aria-label={t('result.title')}>
      <div className="card-head">
        <StateIcon state="done" />
        <h2>{t('result.title')}</h2>
        <span className="sub">
          {t('result.lead', { name, accepted: formatNumber(result.accepted), rejected: formatNumber(rejected) })}
        </span>
      </div>
      <div className="import-preview">
        <Outcome
          outcome={result}
          totals={totalsOf(result)}
          added={{ people: result.people_added, dwellings: result.dwellings_added, toSettle: result.to_settle }}
        />
        {rejected > 0 && <p className="quiet">{t('result.fix')}</p>}
        <div className="import-act">
          {rejected > 0 && <Rejects id={result.id} />}
          {result.to_settle > 0 && (
            <Link to={'/to-settle' as string}>
              {t('result.settle', { count: result.to_settle, shown: formatNumber(result.to_settle) })} ›
            </Link>
          )}
          {next && (
            <Button type="primary" onClick={() => onSheet(next.name)}>
              {t('result.nextSheet', { name: next.name })}
            </Button>
          )}
          <Button onClick={onAgain}>{t('result.again')}</Button>
        </div>
      </div>
    </section>
  )
}

/** The button that gives the rejected rows as a sheet with the reason in its last column. */
export function Rejects({ id, small = false }: { id: string; small?: boolean }) {
  const { t } = useTranslation('imports')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const give = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      giveFile(await call(importRejects, { id }))
    } catch (why) {
      setProblem(why)
    }
    setBusy(false)
  }
  return (
    <>
      <Button size={small ? 'small' : 'middle'} type={small ? 'default' : 'primary'} loading={busy} onClick={() => void give()}>
        {t('result.download')}
      </Button>
      {problem ? <ErrorLine problem={problem} /> : null}
    </>
  )
}
