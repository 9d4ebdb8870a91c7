import { type RefObject, useEffect, useRef } from 'react'

/** A box that closes on Escape and on a press outside; the ref goes on the element that holds its button and the box. */
export function usePopup<E extends HTMLElement>(open: boolean, onClose: () => void): RefObject<E | null> {
  const box = useRef<E>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    if (!open) return
    const leave = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)) close.current()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('keydown', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('keydown', leave)
    }
  }, [open])
  return box
}
