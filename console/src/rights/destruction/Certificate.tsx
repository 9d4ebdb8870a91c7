import type { DestructionRun } from '@wangdi/domain/rights/destruction/destruction.ts'
import { destructionKinds } from '@wangdi/domain/rights/destruction/kinds.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { dayOf, formatDay, formatMoment, formatNumber } from '@wangdi/ui/words/format.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'

/** The printed proof: how much of each kind went, its hash, who asked, approved and did it, when and on what ground; nobody is named in the data. */
export function Certificate({
  run,
  hash,
  list,
}: {
  run: DestructionRun
  hash: string
  list: { issuer: string; number: string }
}) {
  const { t } = useTranslation('destruction')
  const say = useSaying()
  const today = dayOf(useNow())
  const act = (by: string | null, at: string | null) => (by && at ? `${by} ${formatMoment(at, today)}` : '')
  const places = (codes: readonly string[]) =>
    codes.map((code, nth) => (
      <span key={code}>
        {nth > 0 && t('comma')}
        <PlaceName code={code} />
      </span>
    ))
  const facts: [string, ReactNode][] = [
    [t('proof.number'), run.id],
    [t('proof.response'), `${list.issuer} ${list.number}`],
    [t('proof.days'), `${formatDay(run.from, today)} – ${formatDay(run.to, today)}`],
    [t('proof.areas'), places(run.areas)],
    ...(run.held.length > 0 ? ([[t('proof.held'), places(run.held)]] as [string, ReactNode][]) : []),
    [t('proof.ground'), t('proof.law')],
    [t('proof.asked'), act(run.asked_by, run.asked_at)],
    [t('proof.approved'), act(run.decided_by, run.decided_at)],
    [t('proof.done'), act(run.done_by, run.done_at)],
    ...run.assessment.kept.map(({ kind, until, reason }): [string, ReactNode] => [
      t('proof.kept'),
      `${say(destructionKinds[kind]?.words ?? { zh: kind, en: kind })} ${t('keptUntil', { day: formatDay(until, today), reason })}`,
    ]),
  ]
  return (
    <article className="destruction-certificate" aria-label={t('proof.title')}>
      <h3>{t('proof.title')}</h3>
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
              <td>{say(destructionKinds[part.kind]?.words ?? { zh: part.kind, en: part.kind })}</td>
              <td className="figure">{formatNumber(part.rows)}</td>
              <td className="destruction-hash">{part.hash}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="destruction-small">
        {t('proof.hash')} <span className="destruction-hash">{hash}</span>
      </p>
      <Button className="destruction-print" icon={<Icon of={print} />} onClick={() => window.print()}>
        {t('proof.print')}
      </Button>
    </article>
  )
}
