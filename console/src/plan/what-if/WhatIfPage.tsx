import './what-if.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLookedAt } from '../../shell/looked-at.ts'
import { Answer } from './Answer.tsx'
import type { Question } from './question.ts'
import { TryForm } from './TryForm.tsx'

/** 推演: what a draft, a level or a response would change in the place looked at, counted before anybody decides it. */
export default function WhatIfPage() {
  const { t } = useTranslation('what-if')
  const place = useLookedAt()
  const [question, setQuestion] = useState<Question>()
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
      </div>
      <div className="list-stack">
        <TryForm place={place} onAsk={setQuestion} />
        {question && <Answer key={`${place} ${JSON.stringify(question)}`} place={place} question={question} />}
      </div>
    </>
  )
}
