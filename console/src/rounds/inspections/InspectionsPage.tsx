import './inspections.css'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { Findings } from './Findings.tsx'
import { History } from './History.tsx'
import { Standings } from './Standings.tsx'

const InspectionForm = lazy(() => import('./InspectionForm.tsx'))

/** 检查督导: how communities stand, what was found and is not settled, and every inspection. */
export default function InspectionsPage() {
  const { t } = useTranslation('inspections')
  const place = useLookedAt()
  const { access } = useSession()
  const { unit } = useSearch({ strict: false }) as { unit?: string }
  const [recording, setRecording] = useState(false)
  const mayRecord = 'rounds.record-inspection' in access && place.length === 12
  const guides = 'plan.supervision' in access && place.length < 12
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
        {mayRecord && (
          <div className="actions">
            <Button type="primary" onClick={() => setRecording(true)}>
              {t('record')}
            </Button>
          </div>
        )}
      </div>
      <div className="list-stack">
        {guides && <Standings key={place} place={place} />}
        <Findings key={`findings ${place}`} place={place} />
        <History key={`history ${place} ${unit}`} place={place} unit={unit} />
      </div>
      {recording && (
        <Suspense>
          <InspectionForm place={place} unit={unit} onClose={() => setRecording(false)} />
        </Suspense>
      )}
    </>
  )
}
