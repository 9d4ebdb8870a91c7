import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { exportVerb } from '@wangdi/domain/kinds/paper/export.api.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../shell/session.ts'
import { BlankButton } from './BlankSheet.tsx'
import type { ShownList } from './ExportDialog.tsx'
import { words } from './paper.words.ts'

addWords('paper', words)
const ExportDialog = lazy(() => import('./ExportDialog.tsx'))

/** What every list of a kind offers on paper and in files: taking it out, for who may, and a blank sheet. */
export function PaperActions({ kind, list }: { kind: Kind; list: ShownList }) {
  const { t } = useTranslation('paper')
  const { access } = useSession()
  const endpoint = useMemo(() => exportVerb(kind), [kind])
  const [taking, setTaking] = useState(false)
  return (
    <>
      {endpoint && endpoint.name in access && <Button onClick={() => setTaking(true)}>{t('export')}</Button>}
      <BlankButton kind={kind} />
      {taking && endpoint && (
        <Suspense>
          <ExportDialog kind={kind} endpoint={endpoint} list={list} onClose={() => setTaking(false)} />
        </Suspense>
      )}
    </>
  )
}
