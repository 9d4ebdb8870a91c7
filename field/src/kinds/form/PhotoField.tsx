import { photoLimits } from '@wangdi/domain/kinds/file/photo-limits.ts'
import { shrinkPhoto } from '@wangdi/ui/photo/shrink.ts'
import { Toast } from 'antd-mobile'
import { Camera, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { usePhone } from '../../shell/phone.ts'
import type { Control } from './Chips.tsx'
import { KeptPhoto } from './KeptPhoto.tsx'

/** Photos taken here and now: shrunk, sealed on the phone at once, sent with what they belong to. */
export function PhotoField({ label, field, value, onChange }: Control) {
  const { t } = useTranslation(['kinds', 'shell'])
  const { photos } = usePhone().engine
  const [isBusy, setIsBusy] = useState(false)
  const ids = Array.isArray(value) ? (value as readonly string[]) : []
  const most = field.most ?? photoLimits.each
  async function take(shot: File) {
    setIsBusy(true)
    try {
      const id = newId()
      await photos.keep(id, await shrinkPhoto(shot, { bytes: photoLimits.bytes, side: photoLimits.shrunkTo }))
      onChange([...ids, id])
    } catch (fault) {
      const isFull = (fault as { name?: string }).name === 'QuotaExceededError'
      Toast.show({ content: t(isFull ? 'shell:full' : 'kinds:photo.unread'), duration: 6000 })
    } finally {
      setIsBusy(false)
    }
  }
  async function drop(id: string) {
    const left = ids.filter((one) => one !== id)
    onChange(left.length === 0 ? undefined : left)
    await photos.drop([id])
  }
  return (
    <div className="f-photos" role="group" aria-label={label}>
      {ids.map((id, nth) => (
        <span key={id} className="f-photo">
          <KeptPhoto id={id} alt={t('kinds:photo.nth', { n: nth + 1 })} />
          <button type="button" aria-label={t('kinds:photo.drop', { n: nth + 1 })} onClick={() => void drop(id)}>
            <X size={20} aria-hidden="true" />
          </button>
        </span>
      ))}
      {ids.length < most && (
        <label className="f-photo-key">
          <Camera size={24} strokeWidth={1.75} aria-hidden="true" />
          {t(isBusy ? 'kinds:photo.busy' : 'kinds:photo.take')}
          <input
            type="file"
            accept="image/*"
            capture="environment"
            aria-label={t('kinds:photo.takeFor', { what: label })}
            disabled={isBusy}
            onChange={({ target }) => {
              const shot = target.files?.[0]
              if (shot) void take(shot)
              target.value = ''
            }}
          />
        </label>
      )}
      <small className="f-hint" role="status">
        {t('kinds:photo.count', { n: ids.length, of: most })}
      </small>
    </div>
  )
}
