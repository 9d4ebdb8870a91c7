import { lines } from '@wangdi/policy/lines.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import type { PlanReply } from '../plan-reply.ts'

/** 五项工作: how far the measures of the day are along the five lines, and how many of them nothing is known of. */
export function FiveLines({ list }: { list: PlanReply['lines'] }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  if (list.every((line) => line.of === 0)) return null
  return (
    <section className="card" aria-label={t('lines.title')}>
      <div className="card-head">
        <h2>{t('lines.title')}</h2>
        <span className="sub">{t('lines.lead')}</span>
      </div>
      <table className="plan-people">
        <tbody>
          {list.map(({ line, done, of, unknown }) => (
            <tr key={line}>
              <td>
                <b>{say(lines[line])}</b>
                {unknown > 0 && <span className="quiet small"> {t('lines.unknown', { count: unknown })}</span>}
              </td>
              <td className="bar">
                {of > 0 && (
                  <span aria-hidden="true">
                    <i style={{ width: `${(done / of) * 100}%` }} />
                  </span>
                )}
              </td>
              {of > 0 ? (
                <td className="figure">
                  {formatNumber(done)}/{formatNumber(of)}
                </td>
              ) : (
                <td className="figure quiet small">{t('lines.none')}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
