import { getSpread } from '@wangdi/domain/kinds/inbox/inbox.api.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../lists/Asked.tsx'
import { Counted } from '../lists/Counted.tsx'
import { ask } from '../shell/call.ts'
import { PlaceName } from '../shell/PlaceName.tsx'
import { useSaying } from '../shell/say.ts'

const figures = ['open', 'late', 'done'] as const

/** How far each community below a street or county is with a kind of request; a figure opens the list of that community. */
export function Spread({ kind, place, list }: { kind: RequestKind; place: string; list: string }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const answer = useQuery(ask(getSpread, { place, kind: kind.name }))
  return (
    <section className="card" aria-label={t('spread.title')}>
      <div className="card-head">
        <h2>{t('spread.title')}</h2>
        <span className="quiet">{t('spread.note', { unit: say(kind.unit) })}</span>
      </div>
      <Asked answer={answer} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{t('spread.none')}</Empty>
          ) : (
            <div className="list-scroll">
              <table className="list-table stack">
                <thead>
                  <tr>
                    <th>{t('spread.community')}</th>
                    {figures.map((one) => (
                      <th key={one} className="figure">
                        {t(`spread.${one}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.community}>
                      <td>
                        <PlaceName code={row.community} />
                      </td>
                      {figures.map((one) => (
                        <td key={one} className="figure" data-label={t(`spread.${one}`)}>
                          <Counted
                            n={row[one]}
                            of={{
                              ...{ to: `/k/${kind.name.replace('.', '/')}`, search: { show: one }, rows: `${list}-${one}` },
                              place: row.community,
                            }}
                          />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Asked>
    </section>
  )
}
