import './board.css'
import { sourceWords } from '@wangdi/policy/engine/clauses/origin.ts'
import { aspects } from '@wangdi/policy/vocabulary.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { usePlaceName } from '../../shell/PlaceName.tsx'
import type { PlanReply } from '../plan-reply.ts'

/** Prints the plan as a sheet for the notice board: what is done, what must not be done, what residents may ask for; nobody's name. */
export function NoticeBoard({ plan }: { plan: PlanReply }) {
  const { t } = useTranslation('plan')
  const place = usePlaceName(plan.place)
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    if (!printing) return
    const done = () => setPrinting(false)
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [printing])
  return (
    <>
      <Button icon={<Icon of={print} />} onClick={() => setPrinting(true)}>
        {t('board.print')}
      </Button>
      {printing && createPortal(<Sheet plan={plan} place={place} />, document.body)}
    </>
  )
}

function Sheet({ plan, place }: { plan: PlanReply; place: string }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const { response } = plan
  const end = response?.until ?? response?.review_on ?? ''
  // Residents read what binds; the work of the house itself is no news on a wall.
  const binding = plan.items.filter(({ strength, aspect }) => strength === 'must' && aspect !== 'organisation')
  return (
    <div className="plan-board">
      <h1>{t('board.title')}</h1>
      <p className="plan-board-place">{t('board.foot', { place, day: plan.day })}</p>
      <dl>
        <dt>{t('board.state')}</dt>
        <dd>
          {response
            ? `${t('state.open')}（${response.issuer} ${t('board.until', { number: response.number, from: response.from, until: end })}）`
            : t('state.service')}
        </dd>
        <dt>{t('board.rules')}</dt>
        <dd>{say(plan.regime)}</dd>
        {plan.strategy && (
          <>
            <dt>{t('board.strategy')}</dt>
            <dd>{say(plan.strategy)}</dd>
          </>
        )}
      </dl>
      {(Object.keys(aspects) as (keyof typeof aspects)[]).map((aspect) => (
        <Part
          key={aspect}
          title={`${t('board.doing')}：${say(aspects[aspect])}`}
          lines={binding.filter((item) => item.aspect === aspect)}
        />
      ))}
      <Part title={t('board.limits')} lines={plan.limits} />
      <Part title={t('board.rights')} lines={plan.rights} />
      <p className="plan-board-foot">{t('board.sources')}</p>
      <p className="plan-board-foot plan-board-sign">{t('board.foot', { place, day: plan.day })}</p>
    </div>
  )
}

type Posted = PlanReply['limits'][number] & { detail?: PlanReply['items'][number]['detail'] }

function Part({ title, lines }: { title: string; lines: readonly Posted[] }) {
  const say = useSaying()
  if (lines.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ol>
        {lines.map(({ id, text, source, detail }) => (
          <li key={id}>
            {say(text)}
            {/* Who does it may be a name: that stays in the house. */}
            {detail && [detail.how, detail.hours].some((word) => word !== '') && (
              <span>。{[detail.how, detail.hours].filter((word) => word !== '').join('，')}</span>
            )}
            <small>（{say(sourceWords(source))}）</small>
          </li>
        ))}
      </ol>
    </>
  )
}
