import { destructionKinds } from '@wangdi/domain/rights/destruction/kinds.ts'
import type { KeptKind } from '@wangdi/domain/rights/destruction/destruction.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

/** Every kind of data with its purpose, its ground and how many records of it are due; kept kinds say until when and why. */
export function KindTable({ counts, kept }: { counts: Readonly<Record<string, number>>; kept: readonly KeptKind[] }) {
  const { t } = useTranslation('destruction')
  const say = useSaying()
  const today = dayOf(useNow())
  return (
    <div className="list-scroll" tabIndex={0} role="group" aria-label={t('dryRun')}>
      <table className="list-table">
        <thead>
          <tr>
            <th scope="col">{t('column.kind')}</th>
            <th scope="col">{t('column.purpose')}</th>
            <th scope="col" className="figure">
              {t('column.rows')}
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(destructionKinds).map(([name, kind]) => {
            const staying = kept.find((one) => one.kind === name)
            if (kind.quiet && !staying && !counts[name]) return null
            return (
              <tr key={name}>
                <td>
                  {say(kind.words)}
                  {staying && (
                    <small className="destruction-small">
                      {t('keptUntil', { day: formatDay(staying.until, today), reason: staying.reason })}
                    </small>
                  )}
                </td>
                <td>
                  {say(kind.purpose)}
                  <small className="destruction-small">{kind.ground}</small>
                </td>
                <td className="figure">{staying ? t('keptShort') : formatNumber(counts[name] ?? 0)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
