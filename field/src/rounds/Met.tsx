import { leftOut } from '@wangdi/domain/rounds/to-meet.rules.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Resident } from '../places/door.ts'

// The footer stands over the page: what opens at the end of it is brought up to where it is read.
function intoView(section: HTMLElement | null) {
  const foot = section?.closest('main')?.parentElement?.querySelector('footer')
  if (!section || !foot) return
  const below = section.getBoundingClientRect().bottom - foot.getBoundingClientRect().top
  if (below > 0) window.scrollBy(0, below)
}

/** 见到了谁: the people of a household as chips, those to be seen first; who is chosen counts as met in person. */
export function Met({
  people,
  due,
  met,
  set,
}: {
  people: readonly Resident[]
  due: readonly Id[]
  met: readonly Id[]
  set: (met: Id[]) => void
}) {
  const { t } = useTranslation('rounds')
  const first = [...people].sort((a, b) => Number(due.includes(b.id)) - Number(due.includes(a.id)))
  return (
    <section ref={intoView} role="group" aria-label={t('met')}>
      <h3 className="f-lab">
        {t('met')} <small>{t('metHint')}</small>
      </h3>
      <div className="f-chips f-chips-names">
        {first.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role="checkbox"
            aria-checked={met.includes(id)}
            className="f-chip"
            onClick={() => set(met.includes(id) ? met.filter((one) => one !== id) : [...met, id])}
          >
            {met.includes(id) && <Check size={18} aria-hidden="true" />}
            {name}
          </button>
        ))}
      </div>
    </section>
  )
}

/** Beside the save key: who of those to be seen is left out, or that nobody is named; nothing when all of them were met. */
export function LeftOut({ people, due, met }: { people: readonly Resident[]; due: readonly Id[]; met: readonly Id[] }) {
  const { t } = useTranslation('rounds')
  const missing = leftOut(due, met)
  const left = people.filter(({ id }) => missing.includes(id))
  if (left.length === 0 && met.length > 0) return null
  return (
    <p className="f-left-out" role="status">
      {left.length > 0 ? t('leftOut', { names: left.map(({ name }) => name).join('、') }) : t('nobodyNamed')}
    </p>
  )
}
