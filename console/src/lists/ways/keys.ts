import { useEffect, useRef } from 'react'

// Where any key is part of what somebody writes, chooses or is asked.
const writing =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable], [role="dialog"], [role="combobox"], dialog'
// Where arrows choose.
const choosing = '[type="radio"], [role="radiogroup"], [role="grid"], [role="tablist"], [role="menu"]'

const isTaken = (target: EventTarget | null, key: string) =>
  target instanceof HTMLElement && target.closest(key.startsWith('Arrow') ? `${writing}, ${choosing}` : writing) !== null

/**
 * Keys of a page, each by its name as the browser says it, letters small: they do nothing while somebody writes or is asked, arrows
 * nothing where they choose, and none together with Ctrl, Alt or ⌘. A key without a deed is left to the browser.
 */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const now = useRef(keys)
  useEffect(() => {
    now.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const deed = now.current[key]
      if (!deed || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target, key)) return
      event.preventDefault()
      deed()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
