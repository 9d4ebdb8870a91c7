import { Brand } from '@wangdi/ui/marks/Brand.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { addWords } from '@wangdi/ui/words/words.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CodeStep } from './steps/CodeStep.tsx'
import { EnrolStep } from './steps/EnrolStep.tsx'
import { NewPasswordStep } from './steps/NewPasswordStep.tsx'
import { PasswordStep } from './steps/PasswordStep.tsx'
import { words } from './sign-in.words.ts'
import { nextStep, type Step } from './next-step.ts'

addWords('sign-in', words)

/** Signing in, step by step: password, then a code where the role needs one, then what is due at the first time. */
export function SignInForm({
  title,
  lead,
  login = '',
  onIn,
}: {
  title?: string
  lead?: string
  /** Who was signed in; the field begins with it. */
  login?: string
  onIn: () => void
}) {
  const { t } = useTranslation('sign-in')
  const [step, setStep] = useState<Step>('password')
  const [typed, setTyped] = useState({ login: '', password: '' })
  const [problem, setProblem] = useState<unknown>()
  const go = async (state: 'signed-in' | 'second-factor-needed') => {
    setProblem(undefined)
    if (state === 'second-factor-needed') return setStep('code')
    try {
      const next = await nextStep()
      if (next === 'in') onIn()
      else setStep(next)
    } catch (caught) {
      setProblem(caught)
    }
  }
  const heading =
    { 'new-password': t('newTitle'), enrol: t('enrolTitle'), code: t('codeTitle') }[step as string] ?? title ?? t('title')
  const below = { 'new-password': t('newLead'), enrol: t('enrolLead'), code: t('codeLead') }[step as string] ?? lead ?? t('lead')
  return (
    <div className="sign-in">
      <Brand size={40} />
      <h1>{heading}</h1>
      <p className="quiet">{below}</p>
      {problem ? <ErrorLine problem={problem} /> : null}
      {step === 'password' && (
        <PasswordStep
          known={login}
          onNext={(state, login, password) => {
            setTyped({ login, password })
            void go(state)
          }}
        />
      )}
      {step === 'code' && <CodeStep login={typed.login} onNext={(state) => void go(state)} onBack={() => setStep('password')} />}
      {step === 'new-password' && (
        <NewPasswordStep
          login={typed.login}
          old={typed.password}
          onNext={(state, password) => {
            setTyped({ ...typed, password })
            void go(state)
          }}
        />
      )}
      {step === 'enrol' && <EnrolStep password={typed.password} onNext={(state) => void go(state)} />}
    </div>
  )
}
