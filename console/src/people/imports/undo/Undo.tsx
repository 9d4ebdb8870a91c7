import type { ImportRun } from '@wangdi/domain/people/import.api.ts'
import { standing } from '@wangdi/domain/people/undo/stands.ts'
import { undoImport, type UndoingTakes, type UndoingWeighed, weighUndoing } from '@wangdi/domain/people/undo/undo.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatMoment, formatNumber } from '@wangdi/ui/words/format.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../../lists/Asked.tsx'
import { ask, useCommand } from '../../../shell/call.ts'
import { useSaying } from '../../../shell/say.ts'
import { useSession } from '../../../shell/session.ts'
import { words } from './undo.words.ts'

addWords('undo', words)

const made = ['people', 'doors', 'marks', 'arrivals', 'health_facts', 'to_settle', 'heads'] as const
const filled = ['filled_people', 'filled_doors'] as const

/** Takes an import back after showing what would go, or says who took it back and why. */
export function Undo({ run }: { run: ImportRun }) {
  const { t } = useTranslation('undo')
  const { access } = useSession()
  const today = dayOf(useNow())
  const [open, setOpen] = useState(false)
  if (run.undone) return <p>{t('undone', { by: run.undone.by, at: formatMoment(run.undone.at, today), why: run.undone.why })}</p>
  if (!('people.undo-import' in access)) return null
  return (
    <p>
      <Button size="small" danger onClick={() => setOpen(true)}>
        {t('ask')}
      </Button>
      {open && <UndoForm run={run} onClose={() => setOpen(false)} />}
    </p>
  )
}

/** The word that an import of a list was taken back. */
export function UndoneMark({ run }: { run: ImportRun }) {
  const { t } = useTranslation('undo')
  return run.undone ? <span className="quiet nowrap">{t('mark')}</span> : null
}

function UndoForm({ run, onClose }: { run: ImportRun; onClose: () => void }) {
  const { t } = useTranslation('undo')
  const answer = useQuery({ ...ask(weighUndoing, { id: run.id }), staleTime: 0 })
  const command = useCommand(undoImport, ['people', 'places', 'rounds', 'plan', 'health'])
  const [reason, setReason] = useState('')
  const may = answer.data !== undefined && whyNotIn(answer.data) === undefined
  return (
    <Modal
      open
      width={440}
      title={t('title')}
      okText={t('ok')}
      okButtonProps={{ danger: true, disabled: !may || reason.trim() === '', loading: command.isPending }}
      onOk={() => command.mutate({ id: run.id, reason: reason.trim() }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="list-form">
        <Asked answer={answer} rows={3}>
          {(weighed) => <Weighed weighed={weighed} />}
        </Asked>
        {may && (
          <label>
            {t('reason')}
            <Input.TextArea rows={2} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
        )}
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}

const whyNotIn = ({ never, stands }: UndoingWeighed) => never ?? (standing(stands).total > 0 ? 'stands' : undefined)

function Weighed({ weighed }: { weighed: UndoingWeighed }) {
  const { t } = useTranslation('undo')
  const say = useSaying()
  const { goes, never, stands } = weighed
  if (never) return <p>{t(`never.${never}`)}</p>
  const on = standing(stands)
  if (on.total > 0) return <p>{t('stands', { count: on.total, total: formatNumber(on.total), what: say(on) })}</p>
  const listed = (keys: readonly (keyof UndoingTakes)[]) =>
    keys
      .filter((key) => goes[key] > 0)
      .map((key) => t('count', { name: t(key), shown: formatNumber(goes[key]) }))
      .join(t('comma'))
  const [goesAway, goesBack] = [listed(made), listed(filled)]
  return (
    <>
      {goesAway === '' && goesBack === '' && <p>{t('nothing')}</p>}
      <dl className="import-undo">
        {goesAway !== '' && (
          <div>
            <dt>{t('goes')}</dt>
            <dd>{goesAway}</dd>
          </div>
        )}
        {goesBack !== '' && (
          <div>
            <dt>{t('back')}</dt>
            <dd>{goesBack}</dd>
          </div>
        )}
      </dl>
      <p className="quiet">{t('record')}</p>
    </>
  )
}
