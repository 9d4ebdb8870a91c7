import { saveUnit } from '@wangdi/domain/places/units/unit.api.ts'
import { type Unit, type UnitKind, unitKinds } from '@wangdi/domain/places/units/unit.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** Records a unit, or changes what is known of it. */
export default function UnitForm({
  community,
  unit,
  onClose,
}: {
  community: string
  unit: Unit | undefined
  onClose: () => void
}) {
  const { t } = useTranslation('units')
  const say = useSaying()
  const [id] = useState(() => unit?.id ?? newId())
  const [kind, setKind] = useState<UnitKind>((unit?.kind as UnitKind | undefined) ?? 'firm')
  const [headcount, setHeadcount] = useState<number | null>(unit?.headcount ?? null)
  const [typed, setTyped] = useState({
    name: unit?.name ?? '',
    address: unit?.address ?? '',
    contact: unit?.contact ?? '',
    phone: unit?.phone ?? '',
  })
  const command = useCommand(saveUnit, ['places.units'])
  const save = () => {
    const said = {
      id,
      community,
      kind,
      headcount,
      name: typed.name.trim(),
      address: typed.address.trim(),
      contact: typed.contact.trim(),
      phone: typed.phone.trim() || null,
    }
    command.mutate(unit ? { ...said, version: unit.version } : said, { onSuccess: onClose })
  }
  const field = (name: keyof typeof typed, most: number) => (
    <label>
      {t(name)}
      <Input value={typed[name]} maxLength={most} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} />
    </label>
  )
  return (
    <Modal
      open
      width={440}
      title={unit ? t('changing', { name: unit.name }) : t('saving')}
      okText={t('ui:save')}
      okButtonProps={{ disabled: typed.name.trim() === '', loading: command.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="list-form">
        <label>
          {t('kind')}
          <Select
            value={kind}
            onChange={setKind}
            options={Object.entries(unitKinds).map(([value, words]) => ({ value: value as UnitKind, label: say(words) }))}
          />
        </label>
        {field('name', 60)}
        {field('address', 100)}
        <label>
          {t('headcount')}
          <InputNumber
            min={0}
            max={1_000_000}
            precision={0}
            value={headcount}
            onChange={setHeadcount}
            style={{ width: '100%' }}
          />
        </label>
        {field('contact', 40)}
        {field('phone', 20)}
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
