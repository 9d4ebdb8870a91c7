import { type EndedMeasure, endOldMeasures } from '@wangdi/domain/plan/switch/switch.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** Records the day on which old measures were ended here: one, or all that have no day yet. */
export default function EndForm({ old, place, onClose }: { old: readonly EndedMeasure[]; place: string; onClose: () => void }) {
  const { t } = useTranslation('switch')
  const say = useSaying()
  const today = dayOf(useNow())
  const command = useCommand(endOldMeasures, ['plan'])
  const [only] = old.length === 1 ? old : []
  const [day, setDay] = useState(only?.recorded?.ended_on ?? '')
  const [note, setNote] = useState(only?.recorded?.note ?? '')
  const save = () =>
    command.mutate(
      { place, measures: old.map(({ measure }) => measure), ended_on: day, note: note.trim() },
      { onSuccess: onClose },
    )
  return (
    <Modal
      open
      title={only ? t('end.title') : t('end.many', { count: old.length })}
      okText={t('ui:save')}
      okButtonProps={{ disabled: day === '', loading: command.isPending }}
      onCancel={onClose}
      onOk={save}
    >
      {only && (
        <p>
          <b>{say(only.text)}</b>
        </p>
      )}
      <label className="switch-field">
        {t('end.day')}
        <Input type="date" max={today} value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      <label className="switch-field">
        {t('end.note')}
        <Input value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />
      </label>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
