import { partyDuty } from '@wangdi/domain/documents/kinds/party-duty.kind.ts'
import { useTranslation } from 'react-i18next'
import { RegisterPage } from '../../kinds/register/RegisterPage.tsx'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { FourTimes } from './FourTimes.tsx'

/** 四方责任: who of the four parties answers for what and signed for it, and how the four early steps went. */
export default function PartyDutiesPage() {
  const { t } = useTranslation('party-duties')
  const place = useLookedAt()
  const { access } = useSession()
  return (
    <RegisterPage kind={partyDuty} note={t('note')}>
      {'reports.four-times' in access && place.length >= 6 && <FourTimes place={place} />}
    </RegisterPage>
  )
}
