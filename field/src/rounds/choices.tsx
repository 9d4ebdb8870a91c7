import { visitNeeds, visitResults, type VisitNeed, type VisitResult } from '@wangdi/domain/rounds/rounds.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import {
  Ban,
  Check,
  DoorClosed,
  Heart,
  House,
  type LucideIcon,
  Pill,
  ShoppingBasket,
  Smile,
  Stethoscope,
  Truck,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'

const needIcons: Record<VisitNeed, LucideIcon> = { medicine: Pill, food: ShoppingBasket, doctor: Stethoscope, counsel: Heart }
const resultIcons: Record<VisitResult, LucideIcon> = {
  met: Smile,
  'nobody-home': House,
  'not-convenient': DoorClosed,
  'moved-away': Truck,
  refused: Ban,
}
const uses = ['own', 'rented', 'vacant', 'dormitory'] as const

/** Needs as chips; several may be on. */
export function Needs({ on, set }: { on: readonly VisitNeed[]; set: (needs: VisitNeed[]) => void }) {
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  return (
    <div className="f-chips">
      {(Object.keys(visitNeeds) as VisitNeed[]).map((need) => {
        const chosen = on.includes(need)
        const Drawing = chosen ? Check : needIcons[need]
        return (
          <button
            key={need}
            type="button"
            role="checkbox"
            aria-checked={chosen}
            className="f-chip"
            onClick={() => set(chosen ? on.filter((one) => one !== need) : [...on, need])}
          >
            <Drawing size={20} aria-hidden="true" />
            {visitNeeds[need][language]}
          </button>
        )
      })}
    </div>
  )
}

/** What the dwelling is used for; the last value stands until another is pressed. */
export function Use({ value, set }: { value: string; set: (use: (typeof uses)[number]) => void }) {
  const { t } = useTranslation('rounds')
  return (
    <div className="f-seg f-seg-wide" role="radiogroup" aria-label={t('use')}>
      {uses.map((use) => (
        <button key={use} type="button" role="radio" aria-checked={value === use} onClick={() => set(use)}>
          {value === use && <Check size={18} aria-hidden="true" />}
          {t(`uses.${use}`)}
        </button>
      ))}
    </div>
  )
}

/** How the visit ended: never preset. */
export function Results({ value, set }: { value: VisitResult | undefined; set: (result: VisitResult) => void }) {
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const { t } = useTranslation('rounds')
  return (
    <div className="f-keys" role="radiogroup" aria-label={t('result')}>
      {(Object.keys(visitResults) as VisitResult[]).map((result) => {
        const Drawing = resultIcons[result]
        return (
          <button
            key={result}
            type="button"
            role="radio"
            aria-checked={value === result}
            className={result === 'refused' ? 'f-key f-key-wide' : 'f-key'}
            onClick={() => set(result)}
          >
            <Drawing size={24} strokeWidth={1.75} aria-hidden="true" />
            {visitResults[result][language]}
            {value === result && <Check className="f-tick" size={24} aria-hidden="true" />}
          </button>
        )
      })}
    </div>
  )
}
