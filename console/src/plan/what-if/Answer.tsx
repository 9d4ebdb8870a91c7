import { askWhatIf, type WhatIf } from '@wangdi/domain/plan/what-if/what-if.api.ts'
import { addWhatIf } from '@wangdi/domain/plan/what-if/what-if.rules.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { Progress } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import type { Question } from './question.ts'

interface Progressing {
  done: number
  of: number
  found: WhatIf | undefined
  problem?: unknown
}

/** Asks for a place; the country part by part, so that one sees how far the count is. */
function useWhatIf(place: string, question: Question): Progressing {
  const [state, setState] = useState<Progressing>({ done: 0, of: 1, found: undefined })
  useEffect(() => {
    const stopping = new AbortController()
    const one = (where: string) => call(askWhatIf, { place: where, ...question }, { signal: stopping.signal })
    const run = async () => {
      const first = await one(place)
      if (first.found) return setState({ done: 1, of: 1, found: first.found })
      let sum: WhatIf | undefined
      for (const [nth, part] of first.parts.entries()) {
        setState({ done: nth, of: first.parts.length, found: undefined })
        const { found } = await one(part)
        if (found) sum = sum ? addWhatIf(sum, found) : found
      }
      setState({ done: 1, of: 1, found: sum })
    }
    run().catch((problem: unknown) => {
      if (!stopping.signal.aborted) setState((before) => ({ ...before, problem }))
    })
    return () => stopping.abort()
  }, [place, question])
  return state
}

/** What would change: communities, tiers, measures, and whom it touches as far as it is known here. */
export function Answer({ place, question }: { place: string; question: Question }) {
  const { t } = useTranslation('what-if')
  const { places } = useSession()
  const { done, of, found, problem } = useWhatIf(place, question)
  const name = places.find(({ code }) => code === place)?.name ?? (place || t('nation'))
  const title = t('result', { place: name })
  if (problem) return <ErrorLine problem={problem} />
  if (!found)
    return (
      <section className="card" aria-label={title} aria-busy>
        {of > 1 ? (
          <div className="what-if-working" role="status">
            {t('working', { done, of })}
            <Progress percent={Math.round((100 * done) / of)} showInfo={false} aria-label={t('working', { done, of })} />
          </div>
        ) : (
          <Skeleton rows={4} />
        )}
      </section>
    )
  const known = (count: number | null) => (count === null ? t('unknown') : formatNumber(count))
  return (
    <section className="card" aria-label={title}>
      <h2 className="card-head">
        {title} <span className="sub">{found.day}</span>
      </h2>
      <dl className="what-if-figures">
        {(
          [
            ['communities', formatNumber(found.communities)],
            ['changed', formatNumber(found.changed)],
            ['households', known(found.households)],
            ['workers', known(found.workers)],
          ] as const
        ).map(([key, figure]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      {found.changed === 0 ? (
        <Empty>{t('nothing')}</Empty>
      ) : (
        <>
          <Tiers tiers={found.tiers} />
          <Measures title={t('started')} measures={found.started} />
          <Measures title={t('stopped')} measures={found.stopped} />
        </>
      )}
    </section>
  )
}

function Tiers({ tiers }: { tiers: WhatIf['tiers'] }) {
  const { t } = useTranslation('what-if')
  if (tiers.length === 0) return null
  return (
    <div className="list-scroll">
      <table className="list-table">
        <caption>{t('tiers')}</caption>
        <thead>
          <tr>
            <th>{t('from')}</th>
            <th>{t('to')}</th>
            <th className="figure">{t('many')}</th>
          </tr>
        </thead>
        <tbody>
          {tiers.map(({ from, to, communities }) => (
            <tr key={`${from} ${to}`}>
              <td>{t(`tier.${from ?? 'none'}`)}</td>
              <td>{t(`tier.${to ?? 'none'}`)}</td>
              <td className="figure">{formatNumber(communities)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Measures({ title, measures }: { title: string; measures: WhatIf['started'] }) {
  const { t } = useTranslation('what-if')
  const say = useSaying()
  return (
    <div className="list-scroll">
      <table className="list-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th>{title}</th>
            <th className="figure">{t('many')}</th>
          </tr>
        </thead>
        <tbody>
          {measures.length === 0 && (
            <tr>
              <td colSpan={2}>{t('none')}</td>
            </tr>
          )}
          {measures.map(({ id, text, communities }) => (
            <tr key={id}>
              <td>{say(text)}</td>
              <td className="figure">{formatNumber(communities)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
