import { Brand } from '@wangdi/ui/marks/Brand.tsx'
import { addWords } from '@wangdi/ui/words/words.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../session.ts'
import { CodeStep } from './CodeStep.tsx'
import { NewPasswordStep } from './NewPasswordStep.tsx'
import { PasswordStep } from './PasswordStep.tsx'
import { words } from './sign-in.words.ts'

addWords('sign-in', words)

/** Signing in, step by step: password, then the code where the role needs one, then a new password at the first time. */
export function SignInForm({ title, lead, onIn }: { title?: string; lead?: string; onIn: () => void }) {
  const { t } = useTranslation('sign-in')
  const [step, setStep] = useState<Step['next'] | 'password'>('password')
  const [password, setPassword] = useState('')
  const go = (next: Step['next']) => {
    if (next === 'in') onIn()
    else setStep(next)
  }
  const heading = step === 'new-password' ? t('newTitle') : (title ?? t('title'))
  const below = { password: lead ?? t('lead'), 'second-factor': t('codeLead'), 'new-password': t('newLead'), in: '' }[step]
  return (
    <div className="sign-in">
      <Brand size={40} />
      <h1>{heading}</h1>
      <p className="quiet">{below}</p>
      {step === 'password' && (
        <PasswordStep
          onNext={(next, typed) => {
            setPassword(typed)
            go(next)
          }}
        />
      )}
      {step === 'second-factor' && <CodeStep onNext={go} onBack={() => setStep('password')} />}
      {step === 'new-password' && <NewPasswordStep old={password} onNext={go} />}
    </div>
  )
}
