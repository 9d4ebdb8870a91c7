import { correctPerson, getPerson } from '@wangdi/domain/people/people.api.ts'
import { ApiProblem } from '@wangdi/ui/call/send.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, useCommand } from '../../shell/call.ts'
import { DoorField } from '../door/DoorField.tsx'
import type { Person } from './person.ts'
import { PersonFieldsForm } from './PersonFieldsForm.tsx'
import { changesOf, differences, type TypedPerson, typedOf } from './typed-person.ts'

/** Corrects a record; when somebody else changed it meanwhile both versions are shown and a person chooses. */
export default function CorrectForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('person')
  const command = useCommand(correctPerson, ['people', 'plan'])
  const [typed, setTyped] = useState(() => typedOf(person))
  const [theirs, setTheirs] = useState<Person>()
  const [dwelling, setDwelling] = useState<string>()
  const [movedOn, setMovedOn] = useState('')
  const moved = command.error instanceof ApiProblem && command.error.code === 'record.moved'
  const save = (base: Person) =>
    command.mutate(
      {
        id: person.id,
        version: base.version,
        ...changesOf(typed, typedOf(base)),
        ...(dwelling ? { dwelling, moved_on: movedOn || null } : {}),
      },
      {
        onSuccess: onClose,
        onError: (problem) => {
          if (problem instanceof ApiProblem && problem.code === 'record.moved')
            void call(getPerson, { id: person.id }).then(setTheirs, () => undefined)
        },
      },
    )
  const conflict = moved && theirs
  return (
    <Modal
      open
      width={560}
      title={t('correct.title', { name: person.name })}
      onCancel={onClose}
      footer={
        conflict
          ? [
              <Button key="theirs" onClick={onClose}>
                {t('correct.keepTheirs')}
              </Button>,
              <Button key="mine" type="primary" loading={command.isPending} onClick={() => save(theirs)}>
                {t('correct.keepMine')}
              </Button>,
            ]
          : [
              <Button
                key="save"
                type="primary"
                disabled={typed.name.trim() === ''}
                loading={command.isPending}
                onClick={() => save(person)}
              >
                {t('ui:save')}
              </Button>,
            ]
      }
    >
      <div className="list-form">
        {command.error ? <ErrorLine problem={command.error} /> : null}
        {conflict ? (
          <Both typed={typed} theirs={theirs} />
        ) : (
          <>
            <PersonFieldsForm typed={typed} person={person} onTyped={setTyped} />
            <p className="quiet small">{person.door ? t('correct.door', { door: person.door }) : t('correct.noDoorNow')}</p>
            <DoorField community={person.community} value={dwelling} onChange={setDwelling} />
            {dwelling && (
              <label>
                {t('correct.movedOn')}
                <Input type="date" value={movedOn} onChange={(event) => setMovedOn(event.target.value)} />
              </label>
            )}
          </>
        )}
      </div>
    </Modal>
  )
}

/** What was typed beside what is recorded now, for the fields that differ. */
function Both({ typed, theirs }: { typed: TypedPerson; theirs: Person }) {
  const { t } = useTranslation('person')
  const now = typedOf(theirs)
  const fields = differences(typed, now)
  const names: Record<keyof TypedPerson, string> = {
    name: t('correct.name'),
    sex: t('correct.sex'),
    born: t('correct.born'),
    document_kind: t('correct.documentKind'),
    document: t('correct.document'),
    phone: t('correct.phone'),
    relation: t('correct.relation'),
    left_on: t('correct.leftOn'),
  }
  const shown = (field: keyof TypedPerson, from: TypedPerson) => {
    const value = from[field]
    if (field === 'sex' && value) return t(value)
    return field === 'document_kind' ? t(`kinds.${value}`) : value || '—'
  }
  const masked = { document: theirs.document, phone: theirs.phone } as const
  if (fields.length === 0) return <p>{t('correct.same')}</p>
  return (
    <>
      <p>{t('correct.moved')}</p>
      <table className="list-table">
        <thead>
          <tr>
            <th>{t('correct.field')}</th>
            <th>{t('correct.theirs')}</th>
            <th>{t('correct.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <td>{names[field]}</td>
              <td>{field === 'document' || field === 'phone' ? (masked[field] ?? '—') : shown(field, now)}</td>
              <td>
                <b>{shown(field, typed)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
