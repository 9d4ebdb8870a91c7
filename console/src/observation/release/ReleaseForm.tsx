import { releaseObservations } from '@wangdi/domain/observation/release/release.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatEndOfDay } from '@wangdi/ui/words/format.ts'
import { Checkbox, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { PrintNotices } from '../print/PrintNotices.tsx'

/** Somebody whose release waits for a decision, as the form shows them. */
export interface Waiting {
  readonly id: string
  readonly name: string
  readonly door: string
  readonly last_day: string
  readonly alerts: number
  readonly phases: readonly { readonly tests: readonly string[] }[]
}

/**
 * Releases people whose observation is over: each is ticked but those with something abnormal open; the name of who decides and
 * what the tests said stand in the form, and what became of each stays until it is closed.
 */
export function ReleaseForm({ waiting, place, onClose }: { waiting: readonly Waiting[]; place: string; onClose: () => void }) {
  const { t } = useTranslation('observation')
  const say = useSaying()
  const { account, access } = useSession()
  const today = dayOf(useNow())
  const command = useCommand(releaseObservations, ['observation', 'plan'])
  const [ticked, setTicked] = useState(() => new Set(waiting.filter(({ alerts }) => alerts === 0).map(({ id }) => id)))
  const [tests, setTests] = useState('')
  const ids = useRef(new Map(waiting.map(({ id }) => [id, newId()])))
  // The list is fetched again once they are released, and they leave it: who was shown stays here.
  const [shown] = useState(waiting)
  const chosen = shown.filter(({ id }) => ticked.has(id))
  const asksTests = chosen.some(({ phases }) => phases.some((phase) => phase.tests.length > 0))
  const { data } = command
  const done = data?.answers.filter(({ problem }) => problem === null).map(({ id }) => id) ?? []
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(id)
    else next.delete(id)
    setTicked(next)
  }
  const release = () =>
    command.mutate({
      place,
      items: chosen.map(({ id }) => ({ id: ids.current.get(id) ?? newId(), observation: id })),
      ...(tests.trim() !== '' && { tests: tests.trim() }),
    })
  if (data)
    return (
      <Modal open title={t('release.title')} footer={null} onCancel={onClose}>
        <div role="status">
          {data.numbers && (
            <p>{t(done.length === 1 ? 'release.doneOne' : 'release.done', { count: done.length, ...data.numbers })}</p>
          )}
          {data.answers.map(
            ({ id, problem }) =>
              problem && (
                <p key={id}>
                  {shown.find((one) => one.id === id)?.name} <span className="quiet">{say(problem.words)}</span>
                </p>
              ),
          )}
        </div>
        {done.length > 0 && 'observation.notices' in access && (
          <PrintNotices observations={done} place={place} kind="release" primary>
            {t('release.print', { count: done.length })}
          </PrintNotices>
        )}
      </Modal>
    )
  return (
    <Modal
      open
      title={t('release.title')}
      okText={t('release.ok', { count: chosen.length })}
      okButtonProps={{ loading: command.isPending, disabled: chosen.length === 0 || (asksTests && tests.trim() === '') }}
      onOk={release}
      onCancel={onClose}
    >
      <p className="quiet">{t('release.lead', { name: account.name })}</p>
      <ul className="observation-ticks">
        {shown.map(({ id, name, door, last_day, alerts }) => (
          <li key={id}>
            <Checkbox checked={ticked.has(id)} disabled={alerts > 0} onChange={(event) => tick(id, event.target.checked)}>
              {name} <span className="quiet">{door || t('noDoor')}</span>
            </Checkbox>
            <span className="quiet small">
              {alerts > 0 ? t('release.abnormal', { count: alerts }) : formatEndOfDay(last_day, today)}
            </span>
          </li>
        ))}
      </ul>
      {asksTests && (
        <label className="observation-tests">
          {t('release.tests')}
          <Input
            maxLength={200}
            value={tests}
            placeholder={t('release.testsHint')}
            onChange={(event) => setTests(event.target.value)}
          />
        </label>
      )}
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
