import { fileRoadOf } from '@wangdi/domain/kinds/file/file.ts'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhotoRoad } from './photo-road.ts'

/** Photos of a record, small; each opens large. */
export function Photos({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('kinds')
  const road = usePhotoRoad()
  const [shown, setShown] = useState<number>()
  if (!road) return null
  return (
    <span className="kinds-photos">
      {ids.map((id, nth) => (
        <button key={id} type="button" className="kinds-photo" onClick={() => setShown(nth)}>
          <img src={fileRoadOf(road.kind, id)} alt={t('photo.nth', { n: nth + 1 })} loading="lazy" />
        </button>
      ))}
      {shown !== undefined && ids[shown] && (
        <Modal open footer={null} width={900} title={t('photo.nth', { n: shown + 1 })} onCancel={() => setShown(undefined)}>
          <img className="kinds-photo-large" src={fileRoadOf(road.kind, ids[shown])} alt={t('photo.nth', { n: shown + 1 })} />
        </Modal>
      )}
    </span>
  )
}
