import type { Certificate as Proof, DestructionRun } from '@wangdi/domain/rights/destruction/destruction.ts'
import { destructionKinds } from '@wangdi/domain/rights/destruction/kinds.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { dayOf, formatNumber, formatTime } from '@wangdi/ui/words/format.ts'
import { Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { usePlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'

interface Proven {
  readonly run: DestructionRun
  readonly proof: Proof
  readonly list: { readonly issuer: string; readonly number: string }
}

/** The proof of a run on the page, and the same on a sheet of its own when it is printed. */
export function Certificate(proven: Proven) {
  const { t } = useTranslation('destruction')
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    if (!printing) return
    const end = () => setPrinting(false)
    window.addEventListener('afterprint', end)
    window.print()
    return () => window.removeEventListener('afterprint', end)
  }, [printing])
  return (
    <article className="destruction-certificate" aria-label={t('proof.title')}>
      <h3>{t('proof.title')}</h3>
      <Said {...proven} />
      <Button className="destruction-print" icon={<Icon of={print} />} onClick={() => setPrinting(true)}>
        {t('proof.print')}
      </Button>
      {printing &&
        createPortal(
          <div className="destruction-sheet">
            <h1>{t('proof.title')}</h1>
            <Said {...proven} />
          </div>,
          document.body,
        )}
    </article>
  )
}

/** How much of each kind went and on what ground, who asked, approved and did it and when; nobody is named in the data. */
// A proof names places as their division list does.
const WholeName = ({ code }: { code: string }) => usePlaceName(code)

function Said({ run, proof, list }: Proven) {
  const { t } = useTranslation('destruction')
  const say = useSaying()
  const wordsOf = (kind: string) => say(destructionKinds[kind]?.words ?? { zh: kind, en: kind })
  // A paper outlives its year: days are written whole.
  const act = (by: string | null, at: string | null) => (by && at ? `${by} ${dayOf(at)} ${formatTime(at)}` : '')
  const places = (codes: readonly string[]) =>
    codes.map((code, nth) => (
      <span key={code}>
        {nth > 0 && t('comma')}
        <WholeName code={code} />
      </span>
    ))
  const facts: [string, ReactNode][] = [
    [t('proof.number'), proof.number],
    [t('proof.response'), `${list.issuer} ${list.number}`],
    [t('proof.days'), `${run.from} – ${run.to}`],
    [t('proof.areas'), places(run.areas)],
    ...(run.held.length > 0 ? ([[t('proof.held'), places(run.held)]] as [string, ReactNode][]) : []),
    [t('proof.ground'), t('proof.law')],
    [t('proof.asked'), act(run.asked_by, run.asked_at)],
    [t('proof.approved'), act(run.decided_by, run.decided_at)],
    [t('proof.done'), act(run.done_by, run.done_at)],
    ...run.assessment.kept.map(({ kind, until, reason }): [string, ReactNode] => [
      t('proof.kept'),
      `${wordsOf(kind)} ${t('keptUntil', { day: until, reason })}`,
    ]),
    ...(run.copies_until
      ? ([[t('proof.copies'), t('proof.copiesUntil', { day: run.copies_until })]] as [string, ReactNode][])
      : []),
  ]
  return (
    <>
      <dl className="destruction-facts">
        {facts.map(([name, value], nth) => (
          <div key={`${name} ${nth}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table className="list-table destruction-proof">
        <thead>
          <tr>
            <th scope="col">{t('column.kind')}</th>
            <th scope="col" className="figure">
              {t('column.destroyed')}
            </th>
            <th scope="col">{t('column.hash')}</th>
          </tr>
        </thead>
        <tbody>
          {run.destroyed.map((part) => (
            <tr key={part.kind}>
              <td>
                {wordsOf(part.kind)}
                <small className="destruction-small">{destructionKinds[part.kind]?.ground}</small>
              </td>
              <td className="figure">{formatNumber(part.rows)}</td>
              <td className="destruction-hash">{part.hash}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="destruction-small destruction-sum">
        {t('proof.hash')} <span className="destruction-hash">{proof.hash}</span>
      </p>
    </>
  )
}
