import { fileRoadOf } from '@wangdi/domain/kinds/file/file.ts'
import { photoLimits } from '@wangdi/domain/kinds/file/photo-limits.ts'
import { sendBytes } from '@wangdi/ui/call/send-bytes.ts'
import { shrinkPhoto } from '@wangdi/ui/photo/shrink.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useMutation } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { Photos } from './Photos.tsx'
import { type PhotoRoad, usePhotoRoad } from './photo-road.ts'

/** Shrinks a photo on this machine and sends it; its id, under which the record names it. */
async function putPhoto({ kind, act = '' }: PhotoRoad, file: File): Promise<string> {
  const small = await shrinkPhoto(file, { bytes: photoLimits.bytes, side: photoLimits.shrunkTo })
  const id = newId()
  await sendBytes(`${fileRoadOf(kind, id)}?act=${act}`, small)
  return id
}

/** Photos that are chosen or dropped here: shrunk before they are sent, seen at once, taken out again. */
export function PhotosField({
  id,
  label,
  value,
  upTo = photoLimits.each,
  onChange,
}: {
  id: string
  label: string
  value: unknown
  upTo?: number | undefined
  onChange: (ids: readonly string[] | undefined) => void
}) {
  const { t } = useTranslation('kinds')
  const road = usePhotoRoad()
  const ids = Array.isArray(value) ? (value as readonly string[]) : []
  const left = upTo - ids.length
  const [isOver, setIsOver] = useState(false)
  const put = (all: readonly string[]) => onChange(all.length === 0 ? undefined : all)
  const sending = useMutation({
    async mutationFn(files: readonly File[]) {
      let now = ids
      for (const file of files) {
        if (!road) return
        now = [...now, await putPhoto(road, file)]
        put(now)
      }
    },
  })
  const choose = (files: FileList | null) => {
    const chosen = [...(files ?? [])].slice(0, left)
    if (chosen.length > 0 && !sending.isPending) sending.mutate(chosen)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    choose(event.dataTransfer.files)
  }
  if (!road?.act) return null
  return (
    <div
      className={isOver ? 'kinds-photo-field kinds-photo-over' : 'kinds-photo-field'}
      role="group"
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {ids.map((one, nth) => (
        <span key={one} className="kinds-photo-held">
          <Photos ids={[one]} />
          <button type="button" className="w-link" onClick={() => put(ids.filter((other) => other !== one))}>
            {t('photo.drop', { n: nth + 1 })}
          </button>
        </span>
      ))}
      {left > 0 && (
        <label className="kinds-photo-add" htmlFor={id}>
          {sending.isPending ? t('photo.sending') : t('photo.add')}
          <input
            id={id}
            type="file"
            accept="image/*"
            multiple={left > 1}
            disabled={sending.isPending}
            onChange={(event) => {
              choose(event.target.files)
              event.target.value = ''
            }}
          />
        </label>
      )}
      <small className="quiet" role="status">
        {t('photo.count', { n: ids.length, of: upTo })}
      </small>
      {sending.error ? <ErrorLine problem={sending.error} /> : null}
    </div>
  )
}
