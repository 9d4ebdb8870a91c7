import './certificates.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { ProofForm } from './ProofForm.tsx'
import { Proofs } from './Proofs.tsx'
import { RefuseForm } from './RefuseForm.tsx'
import { Refusals } from './Refusals.tsx'

/** 开证明: the proof of residence, where the notice of release comes from, and every other demand refused and counted. */
export default function CertificatesPage() {
  const { t } = useTranslation('certificates')
  const { access } = useSession()
  const place = useLookedAt()
  const [open, setOpen] = useState<'proof' | 'refuse'>()
  const atCommunity = place.length === 12
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('lead')}</span>
        {atCommunity && 'rights.refuse-certificate' in access && (
          <div className="actions">
            <Button onClick={() => setOpen('refuse')}>{t('refuse.open')}</Button>
            <Button type="primary" onClick={() => setOpen('proof')}>
              {t('proof.open')}
            </Button>
          </div>
        )}
      </div>
      <div className="list-stack">
        <div className="card certificates-note">
          <span>{t('release')}</span>
          {'observation.list' in access && <Link to="/observation">{t('toRelease')}</Link>}
        </div>
        {'rights.residence-proofs' in access && <Proofs place={place} />}
        <Refusals place={place} />
      </div>
      {open === 'proof' && <ProofForm place={place} onClose={() => setOpen(undefined)} />}
      {open === 'refuse' && <RefuseForm place={place} onClose={() => setOpen(undefined)} />}
    </>
  )
}
