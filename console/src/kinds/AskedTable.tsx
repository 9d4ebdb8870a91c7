import type { AskedRow } from '@wangdi/domain/kinds/request/request.api.ts'
import { columnsOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { partyWords } from '@wangdi/domain/kinds/words.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { type MarkState, StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { dayOf, formatDeadline } from '@wangdi/ui/words/format.ts'
import { Checkbox } from 'antd'
import type { Static } from 'typebox'
import { useTranslation } from 'react-i18next'
import { PlaceName } from '../shell/PlaceName.tsx'
import { useSaying } from '../shell/say.ts'

type Row = Static<typeof AskedRow>

/** Rows that are chosen together. */
export interface Choosing {
  readonly may: (row: Row) => boolean
  readonly chosen: readonly string[]
  readonly onChosen: (ids: readonly string[]) => void
}

/** Requests of a kind as lines: where, what, until when, how far, with whom. On narrow screens a line is a card. */
export function AskedTable({
  kind,
  rows,
  opened,
  onOpen,
  choosing,
}: {
  kind: RequestKind
  rows: readonly Row[]
  opened: string | undefined
  onOpen: (id: string) => void
  /** Which rows may be chosen for one act on all of them, and which are; absent where nothing is. */
  choosing?: Choosing | undefined
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const columns = columnsOf(kind)
  const where = kind.about === 'place' ? t('place') : t('door')
  const open = choosing ? rows.filter(choosing.may).map(({ id }) => id) : []
  const all = open.length > 0 && open.every((id) => choosing?.chosen.includes(id))
  const toggle = (id: string, { chosen, onChosen }: Choosing) =>
    onChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <table className="list-table stack">
      <thead>
        <tr>
          {choosing && (
            <th className="kinds-tick">
              <Checkbox
                aria-label={t('give.all')}
                disabled={open.length === 0}
                checked={all}
                indeterminate={!all && choosing.chosen.length > 0}
                onChange={() => choosing.onChosen(all ? [] : open)}
              />
            </th>
          )}
          <th>{where}</th>
          {columns.map(([name, { words }]) => (
            <th key={name}>{say(words)}</th>
          ))}
          <th>{t('due')}</th>
          <th>{t('state')}</th>
          <th>{t('holder')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.id === opened ? 'on' : ''}>
            {choosing && (
              <td className="kinds-tick">
                <Checkbox
                  aria-label={t('give.tick', { where: row.door ?? row.number })}
                  disabled={!choosing.may(row)}
                  checked={choosing.chosen.includes(row.id)}
                  onChange={() => toggle(row.id, choosing)}
                />
              </td>
            )}
            <td>
              <button type="button" className="w-link" onClick={() => onOpen(row.id)}>
                {row.door || <PlaceName code={row.about} />}
              </button>
            </td>
            {columns.map(([name, field]) => {
              const words = wordsOfValue(field, row.details[name])
              return (
                <td key={name} data-label={say(field.words)}>
                  {words ? say(words) : '—'}
                </td>
              )
            })}
            <td data-label={t('due')}>
              <DueText row={row} />
            </td>
            <td data-label={t('state')}>
              <AskedMark kind={kind} row={row} />
            </td>
            <td data-label={t('holder')}>
              <Holder row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What was chosen and counted in a request, in a line; nothing where its lists show nothing of it. */
export function DetailsText({ kind, row }: { kind: RequestKind; row: Row }) {
  const say = useSaying()
  const words = columnsOf(kind).flatMap(([name, field]) => {
    const value = row.details[name]
    // A bare yes says nothing: what is so is said by its own words, what is not is left out.
    if (field.type === 'yes-no') return value === true ? [field.words] : []
    return wordsOfValue(field, value) ?? []
  })
  return words.map(say).join(' · ')
}

/** Until when a request is to be done; a dash where nothing is waited for with a term. */
export function DueText({ row }: { row: Row }) {
  const { t } = useTranslation('kinds')
  const today = dayOf(useNow())
  return row.due_at ? t('dueAt', { when: formatDeadline(row.due_at, today) }) : '—'
}

/** With whom a request is: the one it was given to, else the place whose turn it is. */
function Holder({ row }: { row: Row }) {
  const say = useSaying()
  const party = row.waits_on && partyWords[row.waits_on as keyof typeof partyWords]
  if (row.doer) return row.doer
  if (row.turn) return <PlaceName code={row.turn} />
  return party ? say(party) : '—'
}

/** How far a request is, and whether it is late. */
export function AskedMark({ kind, row }: { kind: RequestKind; row: Row }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const state = flowOf(kind.flow).states[row.state]
  const mark: MarkState = row.late ? 'not' : state?.waits === null ? 'done' : row.waits_on === 'doer' ? 'partial' : 'due'
  const result = row.result ? kind.results?.[row.result] : undefined
  const parts = [state && say(state.words), result && say(result), row.late && t('lateTag')].filter(Boolean)
  return <StateMark state={mark}>{parts.join(' · ')}</StateMark>
}
