import { addPerson } from '@wangdi/domain/people/people.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { DoorField } from '../door/DoorField.tsx'
import { PersonFieldsForm } from '../person/PersonFieldsForm.tsx'
import type { TypedPerson } from '../person/typed-person.ts'

const blank: TypedPerson = {
  name: '',
  sex: '',
  born: '',
  document_kind: 'identity-card',
  document: '',
  phone: '',
  relation: '',
  left_on: '',
}

/** Enters one resident with the door they live behind. */
export default function AddForm({
  community,
  onClose,
  onAdded,
}: {
  community: string
  onClose: () => void
  onAdded: (id: string) => void
}) {
  const { t } = useTranslation('people')
  const command = useCommand(addPerson, ['people', 'plan'])
  const [id] = useState(() => newId())
  const [typed, setTyped] = useState(blank)
  const [dwelling, setDwelling] = useState<string>()
  const save = () =>
    command.mutate(
      {
        id,
        community,
        name: typed.name.trim(),
        sex: typed.sex || null,
        born: typed.born || null,
        document_kind: typed.document.trim() ? typed.document_kind : 'none',
        document: typed.document.trim() || null,
        phone: typed.phone.trim() || null,
        dwelling: dwelling ?? null,
        relation: typed.relation.trim(),
      },
      {
        onSuccess: () => {
          onAdded(id)
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      width={560}
      title={t('adding.title')}
      okText={t('adding.save')}
      okButtonProps={{ disabled: typed.name.trim() === '', loading: command.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="list-form">
        <PersonFieldsForm typed={typed} onTyped={setTyped} />
        <DoorField community={community} value={dwelling} onChange={setDwelling} />
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
