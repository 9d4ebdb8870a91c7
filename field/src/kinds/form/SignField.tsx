import { Toast } from 'antd-mobile'
import { type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { usePhone } from '../../shell/phone.ts'
import type { Control } from './Chips.tsx'
import { KeptPhoto } from './KeptPhoto.tsx'

interface Signed {
  readonly by: string
  readonly file?: string
}

/** Pixels of a signature as it is kept, whatever the screen. */
const size = { width: 640, height: 240 } as const

/** Who signs, and their signature by finger; another name is another signature. Without one the name alone stands, as on paper. */
export function SignField({ label, value, onChange }: Control) {
  const { t } = useTranslation(['kinds', 'shell'])
  const { photos } = usePhone().engine
  const signed = value as Signed | undefined
  async function keep(drawn: Blob) {
    if (!signed) return
    try {
      const file = newId()
      await photos.keep(file, drawn)
      onChange({ by: signed.by, file })
    } catch (fault) {
      const isFull = (fault as { name?: string }).name === 'QuotaExceededError'
      Toast.show({ content: t(isFull ? 'shell:full' : 'shell:notSaved'), duration: 6000 })
    }
  }
  async function clear(by: string) {
    onChange(by.trim() === '' ? undefined : { by })
    if (signed?.file) await photos.drop([signed.file])
  }
  return (
    <div className="f-sign" role="group" aria-label={label}>
      <input
        className="f-input"
        aria-label={t('kinds:sign.who', { what: label })}
        placeholder={t('kinds:sign.name')}
        maxLength={40}
        value={signed?.by ?? ''}
        onChange={({ target }) => void clear(target.value)}
      />
      {signed?.file && (
        <div className="f-sign-pad">
          <KeptPhoto id={signed.file} alt={t('kinds:sign.of', { who: signed.by })} />
          <button type="button" className="f-link" onClick={() => void clear(signed.by)}>
            {t('kinds:sign.again')}
          </button>
        </div>
      )}
      {signed && !signed.file && <Pad label={t('kinds:sign.here', { who: signed.by })} onSigned={(drawn) => void keep(drawn)} />}
    </div>
  )
}

/** A field to sign in with a finger or a pen; what was drawn is taken with a key, since a name has more than one stroke. */
function Pad({ label, onSigned }: { label: string; onSigned: (drawn: Blob) => void }) {
  const { t } = useTranslation('kinds')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isDrawn, setIsDrawn] = useState(false)
  const penAt = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    return [((clientX - left) * size.width) / width, ((clientY - top) * size.height) / height] as const
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const pen = event.currentTarget.getContext('2d')
    if (!pen) return
    pen.lineWidth = 5
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    pen.strokeStyle = '#1f2a30'
    pen.beginPath()
    pen.moveTo(...penAt(event))
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = event.currentTarget.getContext('2d')
    if (!pen || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    pen.lineTo(...penAt(event))
    pen.stroke()
    setIsDrawn(true)
  }
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, size.width, size.height)
    setIsDrawn(false)
  }
  return (
    <div className="f-sign-pad">
      <canvas
        ref={canvas}
        {...size}
        role="img"
        aria-label={label}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerCancel={clear}
      />
      {!isDrawn && <span className="f-sign-here">{label}</span>}
      {isDrawn && (
        <span className="f-sign-keys">
          <button type="button" className="f-link" onClick={clear}>
            {t('sign.again')}
          </button>
          <button
            type="button"
            className="f-link"
            onClick={() => canvas.current?.toBlob((drawn) => drawn && onSigned(drawn), 'image/png')}
          >
            {t('sign.done')}
          </button>
        </span>
      )}
    </div>
  )
}
