import { importVerbs } from '@wangdi/domain/kinds/intake/import.api.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../shell/session.ts'
import { words } from './intake.words.ts'

addWords('intake', words)
const ImportDialog = lazy(() => import('./ImportDialog.tsx'))

/** The key that brings a sheet into a register, for who may. */
export function ImportButton({ kind, place }: { kind: RegisterKind; place: string }) {
  const { t } = useTranslation('intake')
  const { access } = useSession()
  const verbs = useMemo(() => importVerbs(kind), [kind])
  const [bringing, setBringing] = useState(false)
  if (!verbs || !(verbs.bring.name in access)) return null
  return (
    <>
      <Button onClick={() => setBringing(true)}>{t('open')}</Button>
      {bringing && (
        <Suspense>
          <ImportDialog kind={kind} verbs={verbs} place={place} onClose={() => setBringing(false)} />
        </Suspense>
      )}
    </>
  )
}
