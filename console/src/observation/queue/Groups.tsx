import { textOfGroup } from '@wangdi/domain/observation/queue/queue.rules.ts'
import type { QueueGroup, Stage } from '@wangdi/domain/observation/queue/queue.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDay, formatEndOfDay, formatNumber } from '@wangdi/ui/words/format.ts'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsSaid } from '../../lists/Counted.tsx'
import { usePhases } from './term.tsx'

const tones = { abroad: 'observed', high: 'not', medium: 'due', low: 'plain', unknown: 'dashed' } as const

/** The groups of one step by origin and day, each with what is proposed for most of it. */
export function Groups({
  groups,
  stage,
  total,
  chosen,
  onChoose,
}: {
  groups: readonly QueueGroup[]
  stage: Stage
  total: number
  chosen: string | undefined
  onChoose: (key: string) => void
}) {
  const { t } = useTranslation('queue')
  const list = useRef<HTMLUListElement>(null)
  const before = useRef(chosen)
  // A group that is gone to by keys comes into view.
  useEffect(() => {
    if (before.current !== chosen) list.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' })
    before.current = chosen
  }, [chosen])
  const whole = stage !== 'decide' && stage !== 'checking'
  return (
    <section
      className="card queue-groups"
      aria-keyshortcuts="J K"
      aria-label={t('groups')}
      {...rowsSaid(
        `queue-${stage}`,
        groups.reduce((sum, { people }) => sum + people, 0),
      )}
    >
      <div className="card-head">
        <h2>{t(`stage.${stage}`)}</h2>
        <span className="sub">{t('groupsNote')}</span>
        <span className="end">{t('groupCount', { count: groups.length })}</span>
      </div>
      {groups.length === 0 && <Empty>{t(`none.${stage}`)}</Empty>}
      {groups.length > 0 && (
        <ul ref={list} {...rowsSaid('queue-groups', groups.length)}>
          {whole && (
            <li>
              <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose('')}>
                <b>{t('all', { count: total })}</b>
              </button>
            </li>
          )}
          {groups.map((group) => (
            <GroupLine key={textOfGroup(group)} group={group} chosen={chosen === textOfGroup(group)} onChoose={onChoose} />
          ))}
        </ul>
      )}
    </section>
  )
}

function GroupLine({ group, chosen, onChoose }: { group: QueueGroup; chosen: boolean; onChoose: (key: string) => void }) {
  const { t } = useTranslation('queue')
  const today = dayOf(useNow())
  const phases = usePhases()
  const { proposal } = group
  return (
    <li>
      <button
        type="button"
        aria-pressed={chosen}
        onClick={() => onChoose(textOfGroup(group))}
        data-figure={group.people}
        data-opens="queue-people"
      >
        <span className="queue-group-name">
          <b>{group.name}</b>
          <b className="figure">{t('people', { count: group.people, shown: formatNumber(group.people) })}</b>
        </span>
        <span className="queue-group-day">
          <Tag tone={tones[group.origin_kind]}>{t(`kinds.${group.origin_kind}`)}</Tag>
          <span>{t(group.day_is, { day: formatDay(group.day, today) })}</span>
          {group.exceptions > 0 && <em>{t('exceptions', { count: group.exceptions })}</em>}
        </span>
        {proposal && (
          <small>
            {proposal.last_day === null
              ? t('noRule')
              : t('proposed', {
                  what: phases(proposal.phases, proposal.counts_from),
                  until: formatEndOfDay(proposal.last_day, today),
                })}
          </small>
        )}
      </button>
    </li>
  )
}
