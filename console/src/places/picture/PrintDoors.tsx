import { readDoorsNotReached } from '@wangdi/domain/plan/building-view.api.ts'
import { resultSaid } from '@wangdi/domain/rounds/rounds.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { PrintPaper } from '../../lists/paper/PrintPaper.tsx'
import { call } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

type Line = Static<typeof readDoorsNotReached.reply>['rows'][number]
const most = 200

/** Prints the list for the way: door, worker and result only, with who printed it and when across the sheet. */
export function PrintDoors({
  community,
  building,
  round,
  where,
  count,
}: {
  community: string
  building?: string
  round: string
  where: string
  count: number
}) {
  const { t } = useTranslation('picture')
  const say = useSaying()
  const { access } = useSession()
  if (!('plan.doors-not-reached' in access)) return null
  const fetchAll = async () => {
    const all: Line[] = []
    for (let page = 0; ; page++) {
      const { rows, total } = await call(readDoorsNotReached, {
        ...{ community, round, page, size: most },
        ...(building ? { building } : {}),
      })
      all.push(...rows)
      if (rows.length === 0 || all.length >= total) return all
    }
  }
  return (
    <PrintPaper primary button={t('print.button', { shown: formatNumber(count) })} load={fetchAll} disabled={count === 0}>
      {(lines, printed) => (
        <>
          <h1>{t('print.title', { where })}</h1>
          <p>{t('print.lead', { count: lines.length, ...printed })}</p>
          <table>
            <thead>
              <tr>
                <th>{t('left.door')}</th>
                <th>{t('left.worker')}</th>
                <th>{t('print.result')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.dwelling}>
                  <td>{line.door}</td>
                  <td>{line.worker ?? t('nobody')}</td>
                  <td>{line.found ? say(resultSaid(line.found)) : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </PrintPaper>
  )
}
