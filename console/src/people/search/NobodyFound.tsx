import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../shell/session.ts'
import { type Conditions, soughtBy } from './SearchBar.tsx'

/** Nobody under these conditions: what was looked for, and what to try next. */
export function NobodyFound({ conditions }: { conditions: Conditions }) {
  const { t } = useTranslation('people')
  const { access } = useSession()
  if (conditions.text?.trim()) return <Empty>{t('noneFound', { text: conditions.text.trim() })}</Empty>
  if (Object.keys(soughtBy(conditions)).length > 0) return <Empty>{t('noneHere')}</Empty>
  return (
    <Empty action={'people.preview-import' in access && <Link to={'/imports' as string}>{t('toImport')}</Link>}>
      {t('none')}
    </Empty>
  )
}
