import { saveEstate } from '@wangdi/domain/places/places.api.ts'
import type { Estate } from '@wangdi/domain/places/places.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { OrdinalField } from './OrdinalField.tsx'

/** Enters an estate or natural village, or changes its name and order. */
export default function EstateForm({
  community,
  estate,
  next,
  onClose,
}: {
  community: string
  estate: Estate | undefined
  /** The place in the walking order that a new one gets. */
  next: number
  onClose: () => void
}) {
  const { t } = useTranslation('doors')
  const [id] = useState(() => estate?.id ?? newId())
  const [kind, setKind] = useState<Estate['kind']>(estate?.kind ?? 'estate')
  const [name, setName] = useState(estate?.name ?? '')
  const [ordinal, setOrdinal] = useState(estate?.ordinal ?? next)
  const command = useCommand(saveEstate, ['places', 'plan'])
  return (
    <Modal
      open
      width={440}
      title={estate ? t('estateChanging', { name: estate.name }) : t('addEstate')}
      okText={t('ui:save')}
      okButtonProps={{ disabled: name.trim() === '', loading: command.isPending }}
      onOk={() => command.mutate({ id, community, kind, name: name.trim(), ordinal }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="list-form">
        <div className="field">
          <span>{t('kindOf')}</span>
          <Radio.Group
            aria-label={t('kindOf')}
            value={kind}
            options={(['estate', 'natural-village'] as const).map((one) => ({ value: one, label: t(`kind.${one}`) }))}
            onChange={(event) => setKind(event.target.value)}
          />
        </div>
        <label>
          {t('name')}
          <Input value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
        </label>
        <OrdinalField value={ordinal} onChange={setOrdinal} />
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
