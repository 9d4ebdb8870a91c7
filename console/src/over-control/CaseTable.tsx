import { findingKinds, type OverControlCase } from '@wangdi/domain/plan/over-control/over-control.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { PlaceName } from '../shell/PlaceName.tsx'
import { useSaying } from '../shell/say.ts'
import { clockOf, markOf, spanOf, useRestriction } from './case-words.ts'

/** Restrictions as lines: which, where, what is suspected, how long, how far. On narrow screens a line is a card. */
export function CaseTable({
  rows,
  opened,
  onOpen,
}: {
  rows: readonly OverControlCase[]
  opened: string | undefined
  onOpen: (key: string) => void
}) {
  const { t } = useTranslation('over-control')
  const say = useSaying()
  const restriction = useRestriction()
  const today = dayOf(useNow())
  return (
    <table className="list-table stack">
      <thead>
        <tr>
          <th>{t('list.what')}</th>
          <th>{t('list.where')}</th>
          <th>{t('list.found')}</th>
          <th>{t('list.since')}</th>
          <th>{t('list.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.key} className={one.key === opened ? 'on' : ''}>
            <td>
              <button type="button" className="w-link" onClick={() => onOpen(one.key)}>
                {restriction(one)}
              </button>{' '}
              <small className="quiet">{one.label}</small>
            </td>
            <td data-label={t('list.where')}>
              <PlaceName code={one.place} />
            </td>
            <td data-label={t('list.found')} className="over-control-found">
              <span className="list-tags">
                {one.findings.map(({ kind, limit }) => (
                  <Tag key={kind + limit.zh} tone={one.state === 'stopped' || one.state === 'allowed' ? 'plain' : 'not'}>
                    {say(findingKinds[kind])}
                  </Tag>
                ))}
              </span>
            </td>
            <td data-label={t('list.since')} className="nowrap">
              {one.since && t('since', { day: formatDay(one.since, today) })}{' '}
              <small className="quiet">
                {clockOf(one, t)} {spanOf(one.hours, t)}
              </small>
            </td>
            <td data-label={t('list.state')}>
              <CaseMark one={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How far a case is, and whether it is late. */
export function CaseMark({ one }: { one: OverControlCase }) {
  const { t } = useTranslation('over-control')
  return (
    <StateMark state={one.late ? 'not' : markOf[one.state]}>
      {one.late ? `${t(`state.${one.state}`)} · ${t('late')}` : t(`state.${one.state}`)}
    </StateMark>
  )
}
