import type { listObservations } from '@wangdi/domain/observation/observation.api.ts'
import { StateIcon, type MarkState } from '@wangdi/ui/marks/StateMark.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'

const shows = ['due', 'missing', 'alerts', 'undelivered', 'tests', 'release', 'handover', 'calls'] as const
const states = ['running', 'ordered', 'ended'] as const
const iconOf: Record<(typeof shows)[number], MarkState> = {
  due: 'due',
  missing: 'not',
  alerts: 'not',
  undelivered: 'partial',
  tests: 'due',
  release: 'due',
  handover: 'partial',
  calls: 'due',
}

/** What of the list is shown; it stands in the address, which has nothing personal. */
export interface Choice {
  readonly state: (typeof states)[number]
  readonly show?: (typeof shows)[number]
  /** Behind which door alone. */
  readonly dwelling?: string
  readonly page: number
}

/** Reads the choice from an address; what it does not know is left out. */
export function readChoice(search: object): Choice {
  const asked = search as Record<string, unknown>
  const show = shows.find((one) => one === asked.show)
  const page = Number(asked.page)
  return {
    state: states.find((one) => one === asked.state) ?? 'running',
    ...(show && { show }),
    ...(typeof asked.dwelling === 'string' && { dwelling: asked.dwelling }),
    page: Number.isInteger(page) && page > 0 ? page : 0,
  }
}

/** The filters, which are the legend too: state of the stay, and what needs doing today. */
export function Filters({
  choice,
  counts,
  onChoose,
}: {
  choice: Choice
  counts: Static<typeof listObservations.reply>['counts'] | undefined
  onChoose: (next: Partial<Choice>) => void
}) {
  const { t } = useTranslation('observation')
  return (
    <div className="observation-filters" role="group" aria-label={t('list.filters')}>
      {states.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={choice.state === state && !choice.show}
          onClick={() => onChoose({ state, show: undefined as never })}
          {...(state === 'running' && counts && { 'data-figure': counts.running, 'data-opens': 'observations-running' })}
        >
          {state === 'running' && <StateIcon state="observation" size={15} />}
          {t(`list.state.${state}`)} {state === 'running' && counts && <b>{formatNumber(counts.running)}</b>}
        </button>
      ))}
      <span className="observation-bar" />
      {shows.map((show) => (
        <button
          key={show}
          type="button"
          aria-pressed={choice.show === show}
          onClick={() => onChoose(choice.show === show ? { show: undefined as never } : { show })}
          {...(counts && { 'data-figure': counts[show], 'data-opens': `observations-${show}` })}
        >
          <StateIcon state={iconOf[show]} size={15} />
          {t(`list.show.${show}`)} {counts && <b>{formatNumber(counts[show])}</b>}
        </button>
      ))}
    </div>
  )
}
