import type { ChosenPhase, Proposal } from '@wangdi/domain/observation/observation.ts'
import { formatEndOfDay } from '@wangdi/ui/words/format.ts'
import { Button, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

const wheres = ['central', 'home', 'monitoring'] as const

/** Which phases are ordered: those proposed, another lawful choice, or ones a person sets; undefined means as proposed. */
export function PhaseChoice({
  proposal,
  phases,
  today,
  onChange,
}: {
  proposal: Proposal
  phases: ChosenPhase[] | undefined
  today: string
  onChange: (phases: ChosenPhase[] | undefined) => void
}) {
  const { t } = useTranslation('observation')
  const { term } = proposal
  const [chosen, setChosen] = useState<string>(term.rule === null ? 'own' : 'proposed')
  const asChosen = (
    list: readonly { where: ChosenPhase['where']; days: number; test_days: readonly number[] }[],
  ): ChosenPhase[] => list.map(({ where, days, test_days }) => ({ where, days, test_days: [...test_days] }))
  const pick = (value: string) => {
    setChosen(value)
    if (value === 'proposed') onChange(undefined)
    else if (value === 'own')
      onChange(asChosen(term.phases).length > 0 ? asChosen(term.phases) : [{ where: 'home', days: 7, test_days: [] }])
    else onChange(asChosen(term.alternatives[Number(value)] ?? []))
  }
  const change = (nth: number, part: Partial<ChosenPhase>) =>
    onChange((phases ?? []).map((phase, index) => (index === nth ? { ...phase, ...part } : phase)))
  return (
    <div className="observation-choice">
      <Radio.Group value={chosen} onChange={(event) => pick(String(event.target.value))} aria-label={t('decide.phases')}>
        {term.rule !== null && <Radio value="proposed">{t('decide.asProposed')}</Radio>}
        {proposal.alternatives.map((alternative, nth) => (
          <Radio key={nth} value={String(nth)}>
            {alternative.map((phase) => `${t(`where.${phase.where}`)} ${formatEndOfDay(phase.until, today)}`).join(' → ')}
          </Radio>
        ))}
        <Radio value="own">{t('decide.own')}</Radio>
      </Radio.Group>
      {chosen === 'own' &&
        (phases ?? []).map((phase, nth) => (
          <div key={nth} className="observation-phase-row">
            <Select
              value={phase.where}
              aria-label={t('decide.where')}
              style={{ width: 160 }}
              options={wheres.map((value) => ({ value, label: t(`where.${value}`) }))}
              onChange={(where) => change(nth, { where })}
            />
            <InputNumber
              min={1}
              max={60}
              precision={0}
              value={phase.days}
              aria-label={t('decide.days')}
              onChange={(days) => change(nth, { days: days ?? 1 })}
            />
            <span>{t('decide.days')}</span>
            {(phases ?? []).length > 1 && (
              <Button type="link" onClick={() => onChange((phases ?? []).filter((_, index) => index !== nth))}>
                {t('decide.remove')}
              </Button>
            )}
          </div>
        ))}
      {chosen === 'own' && (phases ?? []).length < 4 && (
        <Button type="link" onClick={() => onChange([...(phases ?? []), { where: 'monitoring', days: 3, test_days: [] }])}>
          {t('decide.add')}
        </Button>
      )}
    </div>
  )
}
