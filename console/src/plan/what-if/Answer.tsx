import { askWhatIf, type WhatIf } from '@wangdi/domain/plan/what-if/what-if.api.ts'
import { addWhatIf } from '@wangdi/domain/plan/what-if/what-if.rules.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { emergencyFunctions, subjects } from '@wangdi/policy/vocabulary.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Link } from '@tanstack/react-router'
import { Progress } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shell/call.ts'
import { usePlaceName } from '../../shell/PlaceName.tsx'
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
  const { access } = useSession()
  const today = dayOf(useNow())
  const named = usePlaceName(place)
  const { done, of, found, problem } = useWhatIf(place, question)
  const title = t('result', { place: named || t('nation') })
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
        {found.day > today && 'plan.read' in access && (
          <Link className="end" to="/plan" search={{ on: found.day } as never}>
            {t('planThen')}
          </Link>
        )}
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
          <Rules title={t('started')} rules={found.started} always />
          <Rules title={t('stopped')} rules={found.stopped} always />
          <Rules title={t('limitsStarted')} rules={found.limits.started} />
          <Rules title={t('limitsStopped')} rules={found.limits.stopped} />
          <Rules title={t('linesStarted')} rules={found.lines.started} />
          <Rules title={t('linesStopped')} rules={found.lines.stopped} />
          <Rules title={t('opened')} rules={found.opened.map(functionRow)} />
          <Rules title={t('closed')} rules={found.closed.map(functionRow)} />
        </>
      )}
    </section>
  )
}

const functionRow = ({ function: name, communities }: WhatIf['opened'][number]) => ({
  ...{ id: name, text: emergencyFunctions[name], communities },
})

function Tiers({ tiers }: { tiers: WhatIf['tiers'] }) {
  const { t } = useTranslation('what-if')
  const say = useSaying()
  if (tiers.length === 0) return null
  const name = ({ id, words }: WhatIf['tiers'][number]['from']) =>
    words ? say(words) : t(id === 'undecided' ? 'tier.undecided' : 'tier.none')
  return (
    <div className="list-scroll">
      <table className="list-table">
        <caption>{t('tiers')}</caption>
        <thead>
          <tr>
            <th>{t('subject')}</th>
            <th>{t('from')}</th>
            <th>{t('to')}</th>
            <th className="figure">{t('many')}</th>
          </tr>
        </thead>
        <tbody>
          {tiers.map(({ subject, from, to, communities }) => (
            <tr key={`${subject} ${from.id} ${to.id}`}>
              <td>{say(subjects[subject])}</td>
              <td>{name(from)}</td>
              <td>{name(to)}</td>
              <td className="figure">{formatNumber(communities)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** One sort of change with how many communities it reaches; a sort without any is left out, except where that is said `always`. */
function Rules({ title, rules, always = false }: { title: string; rules: WhatIf['started']; always?: boolean }) {
  const { t } = useTranslation('what-if')
  const say = useSaying()
  if (rules.length === 0 && !always) return null
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
          {rules.length === 0 && (
            <tr>
              <td colSpan={2}>{t('none')}</td>
            </tr>
          )}
          {rules.map(({ id, text, communities }) => (
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
