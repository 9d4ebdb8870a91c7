import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Closed, Refused } from './DeadEnds.tsx'
import type { Page } from './page.ts'
import { useSession } from './session.ts'
import { useSaying } from './say.ts'

/** Shows a page, or why not: no right, or a function that no order opened. It also names the browser's tab. */
export function Gate({ page, children }: { page: Page; children: ReactNode }) {
  const session = useSession()
  const say = useSaying()
  const language = useLanguage()
  const { t } = useTranslation('shell')
  const title = `${say(page.label)} · ${t('brand')}`
  useEffect(() => {
    document.title = title
  }, [title, language])
  if (!(page.verb in session.access)) return <Refused page={page} />
  if (page.needs && !session.functions[page.needs]?.open) return <Closed page={page} />
  return children
}
