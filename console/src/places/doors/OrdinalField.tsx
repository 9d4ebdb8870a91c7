import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'

/** Where an estate or a building stands in the walking order. */
export function OrdinalField({ value, onChange }: { value: number; onChange: (to: number) => void }) {
  const { t } = useTranslation('doors')
  return (
    <label>
      {t('ordinal')}
      <InputNumber
        min={0}
        max={9999}
        precision={0}
        value={value}
        onChange={(to) => onChange(to ?? 0)}
        style={{ width: '100%' }}
      />
    </label>
  )
}
