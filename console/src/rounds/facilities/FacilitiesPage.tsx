import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { RegisterPage } from '../../kinds/register/RegisterPage.tsx'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import { Compared } from './Compared.tsx'

/** 公共设施: what there is and whether it is open, and above it which stand otherwise than the rules in force ask. */
export default function FacilitiesPage() {
  const place = useLookedAt()
  const { access } = useSession()
  return (
    <RegisterPage
      kind={facility}
      first={'rounds.compare-facilities' in access ? <Compared key={place} place={place} /> : undefined}
    />
  )
}
