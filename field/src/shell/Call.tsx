import { Phone } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** A key that calls somebody; without a number it says so instead of doing nothing. */
export function Call({ name, phone }: { name: string; phone: string | null | undefined }) {
  const { t } = useTranslation('shell')
  if (!phone) return <span className="f-call f-call-none">{t('noPhone')}</span>
  return (
    <a className="f-call" href={`tel:${phone}`} aria-label={t('call', { name })} onClick={(event) => event.stopPropagation()}>
      <Phone size={24} strokeWidth={1.75} aria-hidden="true" />
    </a>
  )
}
