import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../call/send.ts'
import { Icon } from '../marks/Icon.tsx'
import { useLanguage } from '../words/useLanguage.ts'

/** What a thrown thing says to a person, in the language of the face, with its code. */
export function useSaid(problem: unknown): { text: string; code: string } {
  const language = useLanguage()
  const { t } = useTranslation('ui')
  if (problem instanceof ApiProblem) return { text: language === 'en' ? problem.words.en : problem.words.zh, code: problem.code }
  return { text: t('broken'), code: 'page.broken' }
}

/** One line for what did not work: cause and what was kept, one action, the code small and grey behind it. */
export function ErrorLine({ problem, action }: { problem: unknown; action?: ReactNode }) {
  const { text, code } = useSaid(problem)
  return (
    <div className="w-error" role="alert">
      <Icon of={CircleAlert} />
      <span className="w-error-text">
        {text} <small>{code}</small>
      </span>
      {action}
    </div>
  )
}
