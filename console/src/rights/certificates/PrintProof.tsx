import { committeeName, shortName } from '@wangdi/domain/places/places.ts'
import { readResidenceProof } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatTime } from '@wangdi/ui/words/format.ts'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { call } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'

/** Prints one proof of residence; the whole name is fetched for the sheet alone, and who printed it stays on record. */
export function PrintProof({ id, number }: { id: string; number: string }) {
  const { t } = useTranslation('certificates')
  const proof = useMutation({ mutationFn: () => call(readResidenceProof, { id }) })
  const { data, reset } = proof
  useEffect(() => {
    if (!data) return
    window.addEventListener('afterprint', reset)
    window.print()
    return () => window.removeEventListener('afterprint', reset)
  }, [data, reset])
  return (
    <>
      <Button
        size="small"
        icon={<Icon of={print} />}
        aria-label={t('proofs.printOne', { number })}
        loading={proof.isPending}
        onClick={() => proof.mutate()}
      >
        {t('proofs.print')}
      </Button>
      {proof.error ? <ErrorLine problem={proof.error} /> : null}
      {data && createPortal(<Sheet proof={data} />, document.body)}
    </>
  )
}

function Sheet({ proof }: { proof: Static<typeof readResidenceProof.reply> }) {
  const { t } = useTranslation('certificates')
  const { account } = useSession()
  const now = useNow()
  const mark = `${proof.number} ${account.name} ${dayOf(now)} ${formatTime(now)}`
  return (
    <div className="certificates-sheet">
      <div className="certificates-mark" aria-hidden="true">
        {Array.from({ length: 60 }, (_, at) => (
          <span key={at}>{mark}</span>
        ))}
      </div>
      <h1>{t('sheet.title')}</h1>
      <p className="certificates-number">{proof.number}</p>
      <p>{t('sheet.text', { name: proof.name, place: shortName(proof.place_name), door: proof.door })}</p>
      <p>{t('sheet.use', { body: proof.asked_by })}</p>
      <p className="certificates-foot">
        {committeeName(proof.place_name)}
        <br />
        {proof.on}
      </p>
    </div>
  )
}
