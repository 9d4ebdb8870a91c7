import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { down, up } from '@wangdi/ui/marks/icons.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Household } from './Responsible.tsx'

/** The doors to either side, by button and by key: ← and K the one before, → and J the one after; at the end there is none. */
export function Beside({ home }: { home: Household }) {
  const { t } = useTranslation('household')
  const navigate = useNavigate()
  const { before, after } = home
  const [left, right] = [before?.dwelling, after?.dwelling]
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const to = ['ArrowLeft', 'k', 'K'].includes(event.key)
        ? left
        : ['ArrowRight', 'j', 'J'].includes(event.key)
          ? right
          : undefined
      if (!to || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return
      event.preventDefault()
      void navigate({ to: '/households/$dwelling' as string, params: { dwelling: to } as never })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [left, right, navigate])
  return (
    <>
      {before && <Way to={before} drawing={up} keys="ArrowLeft K" name={t('before', { door: before.door })} />}
      {after && <Way to={after} drawing={down} keys="ArrowRight J" name={t('after', { door: after.door })} />}
    </>
  )
}

function Way({
  to,
  drawing,
  keys,
  name,
}: {
  to: NonNullable<Household['before']>
  drawing: typeof up
  keys: string
  name: string
}) {
  return (
    <Link
      className="household-beside nowrap"
      to={'/households/$dwelling' as string}
      params={{ dwelling: to.dwelling } as never}
      aria-label={name}
      aria-keyshortcuts={keys}
      title={name}
    >
      <Icon of={drawing} size={14} /> {to.short}
    </Link>
  )
}

// Where these keys mean something already: while somebody types or chooses, and above a question.
const isTaken = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest(
    'input, textarea, select, [contenteditable], [role="dialog"], [role="combobox"], [role="radiogroup"], dialog',
  ) !== null
