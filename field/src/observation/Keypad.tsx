import { Delete } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** The pad of the temperature: digits, delete, "not measured", and one big key that repeats the number it saves. */
export function Keypad({
  onKey,
  onSave,
  onFailed,
  value,
}: {
  onKey: (key: string) => void
  onSave: () => void
  onFailed: () => void
  value: string
}) {
  const { t } = useTranslation('observation')
  const digit = (key: string) => (
    <button key={key} type="button" onClick={() => onKey(key)}>
      {key}
    </button>
  )
  return (
    <div className="f-pad f-pad-temperature" role="group" aria-label={t('keys')}>
      {['1', '2', '3'].map(digit)}
      <button type="button" aria-label={t('delete')} onClick={() => onKey('delete')}>
        <Delete size={26} aria-hidden="true" />
      </button>
      {['4', '5', '6'].map(digit)}
      <button type="button" className="f-pad-save" onClick={onSave}>
        {t('ui:save')}
        <small>{value === '' ? '—' : `${value} ℃`}</small>
      </button>
      {['7', '8', '9'].map(digit)}
      <button type="button" className="f-pad-word" onClick={onFailed}>
        {t('failed')}
      </button>
      {digit('0')}
      {digit('.')}
    </div>
  )
}
