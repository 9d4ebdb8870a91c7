import { type PaperStanding, type StandingPart, standingParts } from '@wangdi/domain/kinds/document/document.api.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { Counted } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { StandingRows } from './StandingRows.tsx'

const listOf = (value: string, part: StandingPart) => `standing-${value}-${part}`

/** How many communities below have a document of each value of its choice, in time and tried, and which: places, never persons. */
export function PaperStandings({ kind, endpoint, place }: { kind: DocumentKind; endpoint: Endpoint; place: string }) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const { show, value: asked, part: wanted } = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const answer = useQuery(ask(endpoint, { place }))
  const data = answer.data as { values: Static<typeof PaperStanding>[] } | undefined
  const each = kind.fields[kind.each ?? '']
  const words = (value: string) => say(each?.values?.[value] ?? kind.words)
  const parts = standingParts.filter((one) => one !== 'untried' || kind.tried)
  const part = parts.find((one) => one === wanted)
  const value = Object.keys(each?.values ?? {}).find((one) => one === asked)
  return (
    <section className="card" aria-label={t('standing.title')}>
      <h2 className="card-head">{t('standing.title')}</h2>
      <Asked answer={{ ...answer, data }} rows={3}>
        {({ values }) => (
          <div className="list-scroll">
            <table className="list-table">
              <thead>
                <tr>
                  <th>{each && say(each.words)}</th>
                  <th className="figure">{t('standing.communities')}</th>
                  {parts.map((one) => (
                    <th key={one} className="figure">
                      {t(`standing.${one}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {values.map(({ value: name, communities, ...counts }) => (
                  <tr key={name}>
                    <td>{words(name)}</td>
                    <td className="figure">{formatNumber(communities)}</td>
                    {parts.map((one) => {
                      const n = one === 'without' ? communities - counts.have : counts[one]
                      const search = { ...(show !== undefined && { show }), value: name, part: one }
                      return (
                        <td key={one} className="figure">
                          {n === 0 ? '0' : <Counted n={n} of={{ to: '.', search, rows: listOf(name, one) }} />}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Asked>
      {value && part && (
        <StandingRows
          key={`${place} ${value} ${part}`}
          {...{ endpoint, place, value, part }}
          list={listOf(value, part)}
          title={t('standing.opened', { part: t(`standing.${part}`), value: words(value) })}
        />
      )}
    </section>
  )
}
