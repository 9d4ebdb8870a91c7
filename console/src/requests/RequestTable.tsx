import { resultsOf } from '@wangdi/domain/kinds/request/act.rules.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { kindOf, requestKinds } from '@wangdi/domain/requests/kinds.ts'
import type { RequestRow } from '@wangdi/domain/requests/requests.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { type MarkState, StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { PlaceName } from '../shell/PlaceName.tsx'
import { useSaying } from '../shell/say.ts'

const markOf: Record<RequestRow['state'], MarkState> = { open: 'due', answered: 'partial', 'in-review': 'due', settled: 'done' }

/** Requests as lines: number, what about, which place, until when, how far. On narrow screens a line is a card. */
export function RequestTable({
  rows,
  opened,
  onOpen,
}: {
  rows: readonly RequestRow[]
  opened: string | undefined
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation('requests')
  const say = useSaying()
  const today = dayOf(useNow())
  return (
    <table className="list-table stack">
      <thead>
        <tr>
          <th>{t('list.what')}</th>
          <th>{t('list.against')}</th>
          <th>{t('list.due')}</th>
          <th>{t('list.state')}</th>
          <th>{t('list.number')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.id === opened ? 'on' : ''}>
            <td>
              <button type="button" className="w-link" onClick={() => onOpen(row.id)}>
                {say(requestKinds[row.kind].words)}
              </button>
            </td>
            <td data-label={t('list.against')}>
              <PlaceName code={row.against} />
            </td>
            <td data-label={t('list.due')}>{row.due_on ? t('dueOn', { day: formatDay(row.due_on, today) }) : '—'}</td>
            <td data-label={t('list.state')}>
              <RequestMark row={row} />
            </td>
            <td data-label={t('list.number')} className="requests-number">
              {row.number}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How far a request is, with its result once there is one. */
export function RequestMark({ row }: { row: Pick<RequestRow, 'kind' | 'state' | 'late' | 'result'> }) {
  const { t } = useTranslation('requests')
  const say = useSaying()
  const kind = kindOf(row.kind)
  const state = flowOf(kind.flow).states[row.state]
  const result = row.result ? (kind.results?.[row.result] ?? resultsOf(kind, 'reviewed')?.[row.result]) : undefined
  const said = [state && say(state.words), row.late ? t('lateTag') : result && say(result)]
  return <StateMark state={row.late ? 'not' : markOf[row.state]}>{said.filter(Boolean).join(' · ')}</StateMark>
}
