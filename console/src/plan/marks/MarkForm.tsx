import { markPlaces, type PlaceMarkName, placeMarks } from '@wangdi/domain/plan/marks/place-marks.ts'
import { facts } from '@wangdi/policy/vocabulary.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

type Value = 'yes' | 'no' | 'leave'

/** Sets marks on the chosen communities, with where it is known from; what is left alone stays as it was said. */
export default function MarkForm({
  place,
  communities,
  onClose,
}: {
  place: string
  communities: readonly string[]
  onClose: (saved: boolean) => void
}) {
  const { t } = useTranslation('marks')
  const say = useSaying()
  const command = useCommand(markPlaces, ['plan', 'regimes'])
  const [values, setValues] = useState<Partial<Record<PlaceMarkName, Value>>>({})
  const [typed, setTyped] = useState('')
  const source = typed.trim()
  const marks = placeMarks.flatMap((mark) => {
    const value = values[mark]
    return value === 'yes' || value === 'no' ? [{ mark, value }] : []
  })
  return (
    <Modal
      open
      title={t('form.title', { count: communities.length })}
      okText={t('form.save')}
      okButtonProps={{ disabled: marks.length === 0 || source === '', loading: command.isPending }}
      onCancel={() => onClose(false)}
      onOk={() => command.mutate({ place, communities: [...communities], marks, source }, { onSuccess: () => onClose(true) })}
    >
      <p className="quiet">{t('form.lead')}</p>
      {placeMarks.map((mark) => (
        <div key={mark} className="marks-field">
          <span id={`mark-${mark}`}>{say(facts[mark].words)}</span>
          <Radio.Group
            aria-labelledby={`mark-${mark}`}
            value={values[mark] ?? 'leave'}
            onChange={({ target }) => setValues((before) => ({ ...before, [mark]: target.value as Value }))}
          >
            <Radio value="leave">{t('form.leave')}</Radio>
            <Radio value="yes">{t('form.yes')}</Radio>
            <Radio value="no">{t('form.no')}</Radio>
          </Radio.Group>
        </div>
      ))}
      <label className="marks-source">
        {t('form.source')}
        <Input value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
