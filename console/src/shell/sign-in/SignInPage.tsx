import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { changeLanguage } from '@wangdi/ui/words/words.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../session.ts'
import { setExpired } from './expiry.ts'
import { SignInForm } from './SignInForm.tsx'

/** Where to go after signing in: the address asked for when it is one of ours, else the first page. */
function wanted(): string {
  const to = new URLSearchParams(window.location.search).get('to') ?? '/'
  return /^\/(?![/\\])/.test(to) ? to : '/'
}

/** The sign-in page. */
export default function SignInPage() {
  const { t } = useTranslation('shell')
  const language = useLanguage()
  const client = useQueryClient()
  const router = useRouter()
  useEffect(() => {
    document.title = t('brand')
  }, [t])
  return (
    <main className="sign-in-page">
      <SignInForm
        onIn={() => {
          setExpired(false)
          client.removeQueries()
          void client.fetchQuery(sessionQuery).finally(() => router.history.push(wanted()))
        }}
      />
      <button
        type="button"
        className="w-link"
        lang={language === 'en' ? 'zh-CN' : 'en'}
        onClick={() => void changeLanguage(language === 'en' ? 'zh-CN' : 'en')}
      >
        {t('otherLanguage')}
      </button>
    </main>
  )
}
