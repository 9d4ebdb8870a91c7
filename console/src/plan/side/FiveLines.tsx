import { lines } from '@wangdi/policy/lines.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import type { PlanReply } from '../plan-reply.ts'

/** 五项工作: how far the measures of the day are along the five lines, and how many of them nothing is known of. */
export function FiveLines({ list }: { list: PlanReply['lines'] }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const shown = list.filter((line) => line.of > 0)
  if (shown.length === 0) return null
  return (
    <section className="card" aria-label={t('lines.title')}>
      <div className="card-head">
        <h2>{t('lines.title')}</h2>
        <span className="sub">{t('lines.lead')}</span>
      </div>
      <table className="plan-people">
        <tbody>
          {shown.map(({ line, done, of, unknown }) => (
            <tr key={line}>
              <td>
                <b>{say(lines[line])}</b>
                {unknown > 0 && <span className="quiet small"> {t('lines.unknown', { count: unknown })}</span>}
              </td>
              <td className="bar">
                <span aria-hidden="true">
                  <i style={{ width: `${(done / of) * 100}%` }} />
                </span>
              </td>
              <td className="figure">
                {formatNumber(done)}/{formatNumber(of)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
