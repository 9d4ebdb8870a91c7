import type { Finding } from '@wangdi/policy/engine/answer.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { done, warning } from '@wangdi/ui/marks/icons.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsSaid } from '../../lists/Counted.tsx'
import { useSaying } from '../../shell/say.ts'
import type { ShownCheck } from './background/questions.ts'

/** Leads to a line of one of the two texts. */
export type Show = (file: string, line: number) => void

/** What is wrong with a draft by line, what would make it better, and how each case came out, those that differ first. */
export const Checked = memo(function Checked({
  checked,
  isNewest,
  onShow,
}: {
  checked: ShownCheck
  /** Whether it speaks of what is written now; otherwise the next answer is on its way. */
  isNewest: boolean
  onShow: Show
}) {
  const { t } = useTranslation('packs')
  const { findings, beyond, english, advice, cases, totals } = checked
  const [failed, passed] = [
    cases.filter(({ differences }) => differences.length > 0),
    cases.filter(({ differences }) => differences.length === 0),
  ]
  const said = { ran: totals.cases, failed: totals.failed }
  return (
    <div className="list-stack">
      <section className="card" aria-label={t('findings')} aria-live="polite" aria-busy={!isNewest}>
        <h2 className="card-head">
          {t('findings')} {!isNewest && <span className="sub">{t('checking')}</span>}
        </h2>
        {findings.length === 0 ? (
          <p className="pack-good">
            <Icon of={done} /> {t('noFindings')}
          </p>
        ) : (
          <Findings findings={findings} total={totals.findings} onShow={onShow} />
        )}
      </section>
      {beyond.length > 0 && (
        <section className="card" aria-label={t('beyond')}>
          <h2 className="card-head">{t('beyond')}</h2>
          <p className="pack-good">{t('beyondLead')}</p>
          <Findings findings={beyond} total={totals.beyond} onShow={onShow} />
        </section>
      )}
      {english.length > 0 && (
        <details className="card pack-english">
          <summary className="card-head">
            {t('englishMissing', { count: totals.english, n: totals.english })} <span className="sub">{t('englishLater')}</span>
          </summary>
          <div {...rowsSaid('english', totals.english)}>
            <Findings findings={english} total={totals.english} onShow={onShow} />
          </div>
        </details>
      )}
      <section className="card" aria-label={t('caseRun')}>
        <h2 className="card-head">
          {t('caseRun')} {totals.cases > 0 && <span className="sub">{t(totals.failed === 0 ? 'allPassed' : 'ran', said)}</span>}
        </h2>
        {totals.cases === 0 ? (
          <Empty>{t('noCases')}</Empty>
        ) : (
          <div {...rowsSaid('cases', totals.cases)}>
            {failed.length > 0 && <Cases rows="cases-failed" cases={failed} onShow={onShow} />}
            {passed.length > 0 && <Cases rows="cases-passed" cases={passed} onShow={onShow} />}
          </div>
        )}
      </section>
      {advice.length > 0 && (
        <section className="card" aria-label={t('advice')}>
          <h2 className="card-head">{t('advice')}</h2>
          <Findings findings={advice} total={totals.advice} onShow={onShow} />
        </section>
      )}
    </div>
  )
})

function Cases({ rows, cases, onShow }: { rows: string; cases: ShownCheck['cases']; onShow: Show }) {
  const { t } = useTranslation('packs')
  const say = useSaying()
  return (
    <ul className="pack-findings" {...rowsSaid(rows, cases.length)}>
      {cases.map(({ name, line, differences }, nth) => (
        <li key={nth}>
          <Tag tone={differences.length > 0 ? 'not' : 'done'}>{differences.length > 0 ? t('failed') : t('passed')}</Tag>{' '}
          {line !== undefined && (
            <button type="button" className="w-link" onClick={() => onShow('cases.yaml', line)}>
              {t('caseLine', { count: line, n: line })}
            </button>
          )}{' '}
          {say(name)}
          {differences.map((said) => (
            <small key={said.en}>{say(said)}</small>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Findings({ findings, total, onShow }: { findings: readonly Finding[]; total: number; onShow: Show }) {
  const { t } = useTranslation('packs')
  const say = useSaying()
  const rest = total - findings.length
  return (
    <ul className="pack-findings">
      {findings.map(({ file, line, code, text }, nth) => (
        <li key={`${code} ${nth}`}>
          <Icon of={warning} />{' '}
          {line !== undefined && (
            <button type="button" className="w-link" onClick={() => onShow(file, line)}>
              {t(file === 'cases.yaml' ? 'caseLine' : 'line', { count: line, n: line })}
            </button>
          )}{' '}
          {say(text)}
        </li>
      ))}
      {rest > 0 && <li>{t('andMore', { count: rest, n: rest })}</li>}
    </ul>
  )
}
