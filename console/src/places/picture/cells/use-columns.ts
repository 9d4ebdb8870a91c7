import { type RefObject, useEffect, useState } from 'react'

/** How many cells of at least `least` px stand side by side in a box; it follows the width of the box. */
export function useColumns(box: RefObject<HTMLElement | null>, least: number): number {
  const [columns, setColumns] = useState(12)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = new ResizeObserver(([entry]) => {
      if (entry) setColumns(Math.max(1, Math.floor((entry.contentRect.width - 28) / least)))
    })
    measure.observe(element)
    return () => measure.disconnect()
  }, [box, least])
  return columns
}
