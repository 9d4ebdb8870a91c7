import { unit } from '@wangdi/domain/rounds/kinds/units/unit.kind.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RegisterPage } from '../../kinds/register/RegisterPage.tsx'
import { useSession } from '../../shell/session.ts'

/** 辖区单位: firms, schools and other crowded places, with whom to call there; each leads to its visits. */
export default function UnitsPage() {
  const { t } = useTranslation('units')
  const { access } = useSession()
  return (
    <RegisterPage
      kind={unit}
      note={t('note')}
      leads={
        'rounds.inspections' in access
          ? {
              title: t('visits'),
              to: (id) => (
                <Link to={'/inspections' as never} search={{ unit: id } as never}>
                  {t('visit')}
                </Link>
              ),
            }
          : undefined
      }
    />
  )
}
