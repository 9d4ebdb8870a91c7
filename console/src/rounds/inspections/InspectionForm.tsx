import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { type ChecklistName, checklists, getChecklist } from '@wangdi/domain/rounds/inspections/checklists.ts'
import { recordInspection } from '@wangdi/domain/rounds/inspections/inspection.api.ts'
import { checklistsOf, type InspectionKind, inspectionKinds } from '@wangdi/domain/rounds/inspections/inspection.ts'
import { unit as units } from '@wangdi/domain/rounds/kinds/units/unit.kind.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { ask, useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { FindingFields, type TypedFinding } from './FindingFields.tsx'

const { see: seeUnits } = registerVerbs(units)
type Answer = 'yes' | 'no' | 'not-applicable'
const emptyFinding = (): TypedFinding => ({ id: newId(), words: '', owner: '', due_on: '' })

/** What was looked at, item by item; each "no" asks what is wrong, who sees to it and until when. */
export default function InspectionForm({
  place,
  unit: asked,
  contingency,
  onClose,
}: {
  place: string
  unit: string | undefined
  /** A plan that is tried or looked back on; then only drills and reviews are offered. */
  contingency?: string | undefined
  onClose: () => void
}) {
  const { t } = useTranslation('inspections')
  const say = useSaying()
  const { access, account } = useSession()
  const today = dayOf(useNow())
  const own = account.place === place
  const tried: InspectionKind[] = ['drill', 'review']
  const other: InspectionKind[] = own ? ['self-check', 'unit', 'drill', 'review'] : ['guidance', 'unit', 'drill', 'review']
  const kinds = contingency === undefined ? other : tried
  const [id] = useState(() => newId())
  const [kind, setKind] = useState<InspectionKind>(asked ? 'unit' : (kinds[0] ?? 'self-check'))
  const [checklist, setChecklist] = useState<ChecklistName>()
  const [unit, setUnit] = useState<string | null>(asked ?? null)
  const [day, setDay] = useState(today)
  const [next, setNext] = useState('')
  const [note, setNote] = useState('')
  const [answers, setAnswers] = useState<Record<string, Answer>>({})
  const [findings, setFindings] = useState<Record<string, TypedFinding>>({})
  const [more, setMore] = useState<TypedFinding[]>([])
  const listed = useQuery({
    ...ask(seeUnits, { place, show: 'live', size: 200 }),
    enabled: kind === 'unit' && 'rounds.unit.see' in access,
  })
  const { rows } = (listed.data ?? { rows: [] }) as { readonly rows: readonly { readonly id: string; readonly title: string }[] }
  const command = useCommand(recordInspection, ['rounds', 'plan.supervision', 'documents.contingency'])
  const name = checklist && checklistsOf[kind].includes(checklist) ? checklist : (checklistsOf[kind][0] as ChecklistName)
  const list = getChecklist(name)
  const begin = (change: () => void) => {
    change()
    setAnswers({})
    setFindings({})
  }
  const save = () => {
    const known = list.items.filter((item) => answers[item.id])
    const wrong = known.filter((item) => answers[item.id] === 'no')
    const said = [
      ...wrong.map((item) => ({ ...(findings[item.id] ?? emptyFinding()), item: item.id })),
      ...more.map((finding) => ({ ...finding, item: null })),
    ]
    command.mutate(
      {
        id,
        place,
        kind,
        unit: kind === 'unit' ? unit : null,
        contingency: contingency ?? null,
        day,
        checklist: name,
        answers: Object.fromEntries(known.map((item) => [item.id, answers[item.id] as Answer])),
        note: note.trim(),
        next_on: next || null,
        findings: said,
      },
      { onSuccess: onClose },
    )
  }
  const whole = (finding: TypedFinding | undefined) =>
    finding !== undefined && finding.words.trim() !== '' && finding.owner.trim() !== '' && finding.due_on !== ''
  const ready =
    Object.keys(answers).length > 0 &&
    (kind !== 'unit' || unit !== null) &&
    list.items.every((item) => answers[item.id] !== 'no' || whole(findings[item.id])) &&
    more.every(whole)
  return (
    <Modal
      open
      width={640}
      title={t('form')}
      okText={t('ui:save')}
      okButtonProps={{ disabled: !ready, loading: command.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="list-form">
        <div className="pair">
          <label>
            {t('kind')}
            <Select
              value={kind}
              options={kinds.map((value) => ({ value, label: say(inspectionKinds[value]) }))}
              onChange={(value) => begin(() => setKind(value))}
            />
          </label>
          <label>
            {t('list')}
            <Select
              value={name}
              options={checklistsOf[kind].map((value) => ({ value, label: say(checklists[value].words) }))}
              onChange={(value) => begin(() => setChecklist(value))}
            />
          </label>
        </div>
        {kind === 'unit' && (
          <label>
            {t('unit')}
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              value={unit}
              placeholder={t('chooseUnit')}
              loading={listed.isFetching}
              options={rows.map(({ id: value, title: label }) => ({ value, label }))}
              onChange={setUnit}
            />
          </label>
        )}
        <div className="pair">
          <label>
            {t('day')}
            <Input type="date" max={today} value={day} onChange={(event) => setDay(event.target.value)} />
          </label>
          <label>
            {t('nextOn')}
            <Input type="date" min={today} value={next} onChange={(event) => setNext(event.target.value)} />
          </label>
        </div>
        <p className="quiet small">
          {t('source', { source: list.source })} {t('skip')}
        </p>
        {list.items.map((item) => (
          <div key={item.id} className="inspection-item">
            <span id={`item-${item.id}`}>{say(item.words)}</span>
            <Radio.Group
              aria-labelledby={`item-${item.id}`}
              optionType="button"
              size="small"
              value={answers[item.id]}
              options={(['yes', 'no', 'not-applicable'] as const).map((value) => ({ value, label: t(`answers.${value}`) }))}
              onChange={(event) => setAnswers({ ...answers, [item.id]: event.target.value as Answer })}
            />
            {answers[item.id] === 'no' && (
              <FindingFields
                finding={findings[item.id] ?? emptyFinding()}
                from={day}
                onChange={(finding) => setFindings({ ...findings, [item.id]: finding })}
              />
            )}
          </div>
        ))}
        {more.map((finding, at) => (
          <FindingFields
            key={finding.id}
            finding={finding}
            from={day}
            onChange={(changed) => setMore(more.map((one, nth) => (nth === at ? changed : one)))}
          />
        ))}
        <Button size="small" onClick={() => setMore([...more, emptyFinding()])}>
          {t('more')}
        </Button>
        <label>
          {t('general')}
          <Input.TextArea value={note} maxLength={1000} rows={2} onChange={(event) => setNote(event.target.value)} />
        </label>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
