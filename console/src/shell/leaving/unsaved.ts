import { useEffect } from 'react'

const controls =
  'textarea, input:not([type]), input[type="text"], input[type="tel"], input[type="number"], input[type="email"], input[type="url"]'
// What is sought, filtered or picked from a list is not written: leaving it loses nothing.
const soughtIn = '[role="search"], .list-filters, [role="combobox"], [readonly]'

let before = new WeakMap<Element, string>()
const pages = new Set<() => boolean>()
let left = false

const isControl = (one: EventTarget | null): one is HTMLInputElement | HTMLTextAreaElement =>
  one instanceof Element && one.matches(controls) && one.closest(soughtIn) === null

/** Remembers what stood in a field before anybody typed there; gives the way to stop. */
export function rememberFields(): () => void {
  const remember = ({ target }: Event) => {
    if (isControl(target) && !before.has(target)) before.set(target, target.value)
  }
  document.addEventListener('focusin', remember)
  return () => document.removeEventListener('focusin', remember)
}

/** Whether something stands on the page that somebody wrote and that is not saved: what the page says itself, else its fields. */
export function isUnsaved(): boolean {
  if (left) return false
  if (pages.size > 0) return [...pages].some((changed) => changed())
  return [...document.querySelectorAll(`main :is(${controls}), [role="dialog"] :is(${controls})`)].some((one) => {
    const first = before.get(one)
    return isControl(one) && first !== undefined && one.value !== first && one.value.trim() !== ''
  })
}

/** A command was done: what stands in the fields is saved with it. */
export function fieldsSaved(): void {
  before = new WeakMap()
  const { activeElement } = document
  if (isControl(activeElement)) before.set(activeElement, activeElement.value)
}

/** What is written may go: the page is left for good. */
export function letGo(): void {
  left = true
}

/** A page that knows itself whether something is unsaved, beyond its fields: choices, a draft. */
export function useUnsaved(changed: boolean): void {
  useEffect(() => {
    const says = () => changed
    pages.add(says)
    return () => {
      pages.delete(says)
    }
  }, [changed])
}
