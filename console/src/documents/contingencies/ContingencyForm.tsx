import { addDays } from '@wangdi/domain/day.ts'
import { saveContingency } from '@wangdi/domain/documents/contingencies/contingency.api.ts'
import {
  type ContingencyKind,
  contingencyKinds,
  type ContingencyLine,
  type ContingencyVersion,
  longestReview,
  usualReview,
} from '@wangdi/domain/documents/contingencies/contingency.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

const kinds = Object.keys(contingencyKinds) as ContingencyKind[]
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** A partner a line: name, a colon of either width, what they do. */
function partnersOf(text: string) {
  return linesOf(text).map((line) => {
    const [name = '', ...does] = line.split(/[:：]/)
    return { name: name.trim(), does: does.join('：').trim() }
  })
}

/** Writes a plan, or the next version of one; it holds once somebody else approves it. */
export default function ContingencyForm({
  place,
  before,
  onClose,
}: {
  place: string
  before?: { line: ContingencyLine; newest: ContingencyVersion }
  onClose: () => void
}) {
  const { t } = useTranslation('contingencies')
  const say = useSaying()
  const today = dayOf(useNow())
  const [ids] = useState(() => ({ id: newId(), contingency: before?.line.id ?? newId() }))
  const [kind, setKind] = useState<ContingencyKind>((before?.line.kind as ContingencyKind | undefined) ?? 'response')
  const [said, setSaid] = useState({
    title: before?.line.title ?? '',
    content: before?.newest.content ?? '',
    triggers: before?.newest.triggers.join('\n') ?? '',
    partners: before?.newest.partners.map(({ name, does }) => `${name}：${does}`).join('\n') ?? '',
    responsible: before?.newest.responsible ?? '',
    review_on: addDays(today, usualReview),
    changed: '',
  })
  const command = useCommand(saveContingency, [
    'documents.contingency',
    'documents.contingencies',
    'documents.contingency-standing',
  ])
  const set = (key: keyof typeof said) => (event: { target: { value: string } }) =>
    setSaid({ ...said, [key]: event.target.value })
  const partners = partnersOf(said.partners)
  const whole = partners.every(({ name, does }) => name !== '' && does !== '')
  const named = [said.title, said.content, said.responsible, said.review_on].every((text) => text.trim() !== '')
  const ready = named && whole && (before === undefined || said.changed.trim() !== '')
  const save = () =>
    command.mutate(
      {
        ...{ ...ids, place, kind, after: before?.newest.version ?? null, partners, triggers: linesOf(said.triggers) },
        ...{ title: said.title.trim(), content: said.content.trim(), responsible: said.responsible.trim() },
        ...{ review_on: said.review_on, changed: said.changed.trim() },
      },
      { onSuccess: onClose },
    )
  return (
    <Modal
      open
      width={640}
      title={before ? t('newVersion') : t('write')}
      okText={t('ui:save')}
      okButtonProps={{ disabled: !ready, loading: command.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="list-form">
        {before ? (
          <label>
            {t('changed')}
            <Input value={said.changed} maxLength={400} onChange={set('changed')} />
          </label>
        ) : (
          <div className="pair">
            <label>
              {t('kind')}
              <Select
                value={kind}
                options={kinds.map((value) => ({ value, label: say(contingencyKinds[value]) }))}
                onChange={setKind}
              />
            </label>
            <label>
              {t('name')}
              <Input value={said.title} maxLength={80} onChange={set('title')} />
            </label>
          </div>
        )}
        <label>
          {t('content')}
          <Input.TextArea
            rows={6}
            maxLength={8000}
            placeholder={t('contentHint')}
            value={said.content}
            onChange={set('content')}
          />
        </label>
        <label>
          {t('triggers')}
          <Input.TextArea rows={2} placeholder={t('triggersHint')} value={said.triggers} onChange={set('triggers')} />
        </label>
        <label>
          {t('partners')}
          <Input.TextArea rows={3} placeholder={t('partnersHint')} value={said.partners} onChange={set('partners')} />
        </label>
        {!whole && <p className="quiet small">{t('partnersWhole')}</p>}
        <div className="pair">
          <label>
            {t('responsible')}
            <Input value={said.responsible} maxLength={40} onChange={set('responsible')} />
          </label>
          <label>
            {t('reviewOn')}
            <Input
              type="date"
              min={addDays(today, 1)}
              max={addDays(today, longestReview)}
              value={said.review_on}
              onChange={set('review_on')}
            />
          </label>
        </div>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
