import { handOver, listLeft } from '@wangdi/domain/observation/ending/ending.api.ts'
import type { LeftRow } from '@wangdi/domain/observation/ending/ending.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { addWords } from '@wangdi/ui/words/words.ts'
import { dayOf, formatEndOfDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Input, Modal, Pagination } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import { usePage } from '../../lists/use-page.ts'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { words } from './ending.words.ts'

addWords('ending', words)

const size = 50

/** Who is under observation when a response ends, those not settled first; county health settles them one by one or together. */
export function LeftBehind({ response, place, over }: { response: string; place: string; over: boolean }) {
  const { t } = useTranslation('ending')
  const { access } = useSession()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [how, setHow] = useState<'handed-on' | 'left'>()
  const [page, setPage] = usePage(response, place)
  const answer = useQuery(ask(listLeft, { response, place, page, size }))
  const maySettle = 'observation.hand-over' in access
  return (
    <section className="card" aria-label={t('title')} {...(answer.data && rowsSaid('left-behind', answer.data.total))}>
      <div className="card-head">
        <h2>{t('title')}</h2>
        {answer.data && <span className="end">{t('counts', { count: answer.data.total, open: answer.data.unsettled })}</span>}
      </div>
      <Asked answer={answer} rows={3}>
        {({ rows, total, unsettled }) => {
          const open = rows.filter(({ settled }) => settled === null)
          const chosen = open.filter(({ observation }) => ticked.includes(observation))
          return (
            <>
              <p className="destruction-lead">
                {t(total === 0 ? 'none' : unsettled === 0 ? 'allSettled' : over ? 'overOpen' : 'mustSettle')}
              </p>
              {maySettle && open.length > 0 && (
                <p className="destruction-lead ending-acts">
                  <Checkbox
                    checked={chosen.length === open.length}
                    indeterminate={chosen.length > 0 && chosen.length < open.length}
                    onChange={({ target }) => setTicked(target.checked ? open.map(({ observation }) => observation) : [])}
                  >
                    {t('all')}
                  </Checkbox>
                  {(['handed-on', 'left'] as const).map((one) => (
                    <Button key={one} size="small" disabled={chosen.length === 0} onClick={() => setHow(one)}>
                      {t(`do.${one}`, { count: chosen.length })}
                    </Button>
                  ))}
                </p>
              )}
              <ul className="destruction-list ending-people">
                {rows.map((row) => (
                  <Person
                    key={row.observation}
                    row={row}
                    over={over}
                    ticked={ticked.includes(row.observation)}
                    onTick={
                      maySettle && row.settled === null
                        ? (on) => setTicked(on ? [...ticked, row.observation] : ticked.filter((id) => id !== row.observation))
                        : undefined
                    }
                  />
                ))}
              </ul>
              {total > size && (
                <Pagination
                  current={page + 1}
                  pageSize={size}
                  total={total}
                  showSizeChanger={false}
                  onChange={(next) => setPage(next - 1)}
                />
              )}
              {how && <Settle response={response} place={place} how={how} chosen={chosen} onClose={() => setHow(undefined)} />}
            </>
          )
        }}
      </Asked>
    </section>
  )
}

function Person({
  row,
  over,
  ticked,
  onTick,
}: {
  row: LeftRow
  over: boolean
  ticked: boolean
  onTick: ((on: boolean) => void) | undefined
}) {
  const { t } = useTranslation('ending')
  const today = dayOf(useNow())
  return (
    <li>
      {onTick && <Checkbox checked={ticked} aria-label={row.name} onChange={({ target }) => onTick(target.checked)} />}{' '}
      <PersonLink person={row.person} name={row.name} /> <PlaceName code={row.community} /> {row.door || t('noDoor')}{' '}
      <span className="quiet">{t('until', { day: formatEndOfDay(row.last_day, today) })}</span>{' '}
      {row.settled ? (
        <>
          <Tag tone="plain">{t(`how.${row.settled.how}`)}</Tag> {row.settled.note}{' '}
          <span className="quiet small">
            {row.settled.by} {formatMoment(row.settled.at, today)}
          </span>
        </>
      ) : (
        <Tag tone="due">{t('open')}</Tag>
      )}{' '}
      {!over && (
        <Link to="/observation/$id" params={{ id: row.observation } as never}>
          {t('look')}
        </Link>
      )}
    </li>
  )
}

function Settle({
  response,
  place,
  how,
  chosen,
  onClose,
}: {
  response: string
  place: string
  how: 'handed-on' | 'left'
  chosen: readonly LeftRow[]
  onClose: () => void
}) {
  const { t } = useTranslation('ending')
  const say = useSaying()
  const { account } = useSession()
  const command = useCommand(handOver, ['observation', 'regimes'])
  const [note, setNote] = useState('')
  // The list is fetched again when they are settled: who was chosen stays here, with the ids of the first try.
  const [items] = useState(() => chosen.map(({ observation }) => ({ id: newId(), observation })))
  const [names] = useState(() => new Map(chosen.map(({ observation, name }) => [observation, name])))
  const refused = command.data?.answers.filter(({ problem }) => problem !== null) ?? []
  const settle = () =>
    command.mutate(
      { response, place, items, outcome: how, note: note.trim() },
      { onSuccess: ({ answers }) => answers.every(({ problem }) => problem === null) && onClose() },
    )
  return (
    <Modal
      open
      title={t(`do.${how}`, { count: items.length })}
      okText={t(`ok.${how}`)}
      okButtonProps={{ loading: command.isPending, disabled: note.trim() === '' || command.data !== undefined }}
      onOk={settle}
      onCancel={onClose}
    >
      <p className="quiet">{t('lead', { name: account.name, people: [...names.values()].join(t('comma')) })}</p>
      <label>
        {t(`note.${how}`)}
        <Input.TextArea rows={2} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
      </label>
      {refused.map(({ id, problem }) => (
        <p key={id}>
          {names.get(id)} {problem && say(problem.words)}
        </p>
      ))}
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
