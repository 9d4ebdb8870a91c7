import './inspections.css'
import { contingency as plans } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { documentVerbs, type PaperWhole } from '@wangdi/domain/kinds/document/document.api.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { shortName } from '@wangdi/domain/places/places.ts'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { Findings } from './Findings.tsx'
import { History } from './History.tsx'
import { Standings } from './Standings.tsx'

const { get: getPlan } = documentVerbs(plans)
const InspectionForm = lazy(() => import('./InspectionForm.tsx'))

/** 检查督导: how communities stand, what was found and is not settled, and every inspection. */
export default function InspectionsPage() {
  const { t } = useTranslation('inspections')
  const place = useLookedAt()
  const { access } = useSession()
  const { unit, contingency, inspection } = useSearch({ strict: false }) as {
    unit?: string
    contingency?: string
    inspection?: string
  }
  const plan = useQuery({
    ...ask(getPlan, { id: contingency ?? '' }),
    enabled: contingency !== undefined && getPlan.name in access,
  })
  const line = contingency === undefined ? undefined : (plan.data as Static<typeof PaperWhole> | undefined)?.row
  const at = line?.community ?? place
  const [recording, setRecording] = useState(false)
  const mayRecord = 'rounds.record-inspection' in access && (contingency === undefined ? place.length === 12 : line !== undefined)
  const guides = 'plan.supervision' in access && place.length < 12 && contingency === undefined
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">
          {line ? t('ofPlan', { plan: line.title, place: shortName(line.place_name ?? '') }) : t('note')}
        </span>
        <div className="actions">
          {contingency !== undefined && (
            <Link to={'/k/documents/contingency' as never} search={{ paper: contingency } as never}>
              {t('backToPlan')}
            </Link>
          )}
          {mayRecord && (
            <Button type="primary" onClick={() => setRecording(true)}>
              {contingency === undefined ? t('record') : t('recordTried')}
            </Button>
          )}
        </div>
      </div>
      <div className="list-stack">
        {guides && <Standings key={place} place={place} />}
        <Findings
          key={`findings ${at} ${contingency} ${inspection}`}
          place={at}
          contingency={contingency}
          inspection={inspection}
        />
        <History key={`history ${at} ${unit} ${contingency}`} place={at} unit={unit} contingency={contingency} />
      </div>
      {recording && (
        <Suspense>
          <InspectionForm place={at} unit={unit} contingency={contingency} onClose={() => setRecording(false)} />
        </Suspense>
      )}
    </>
  )
}
