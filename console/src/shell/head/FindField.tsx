import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { search } from '@wangdi/ui/marks/icons.ts'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page } from '../page.ts'
import { useSession } from '../session.ts'

/** What was typed into the head; each asking is one of its own, also when the words are the same. */
interface AskedFor {
  readonly text: string
  readonly nth: number
}

let asked: AskedFor = { text: '', nth: 0 }
const listeners = new Set<() => void>()

/** What was last typed into the search field of the head; kept in memory, since names do not belong into addresses. */
export const useAskedFor = (): AskedFor =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => asked,
  )

/** The search field: opens the page that finds, with what was typed; absent when the session may open no such page. `/` leads to it. */
export function FindField({ pages }: { pages: readonly Page[] }) {
  const { t } = useTranslation('shell')
  const { access } = useSession()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const page = pages.find((one) => one.finds && one.verb in access)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  if (!page) return null
  return (
    <form
      className="head-find"
      role="search"
      aria-label={t('find')}
      onSubmit={(event) => {
        event.preventDefault()
        asked = { text: field.current?.value.trim() ?? '', nth: asked.nth + 1 }
        for (const listener of listeners) listener()
        void navigate({ to: page.path })
      }}
    >
      <Icon of={search} />
      <input
        ref={field}
        type="search"
        maxLength={60}
        placeholder={t('findShort')}
        aria-label={t('find')}
        title={t('findHint')}
        autoComplete="off"
      />
    </form>
  )
}
