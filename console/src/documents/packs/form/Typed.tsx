import { useEffect, useRef, useState } from 'react'
import { useEditing } from './editing.ts'

/** Typed on for so long without a pause, the text gets what stands in the field. */
const pause = 400

/**
 * A field whose value goes into the text when one stops typing or leaves it; what the text says anew shows in it. Until the text has
 * it, the field shows what was typed.
 */
export function Typed({
  value,
  long,
  type = 'text',
  onCommit,
  ...named
}: {
  value: string
  long?: boolean
  type?: 'text' | 'date' | 'number'
  onCommit: (value: string) => void
  'aria-label'?: string
  'aria-describedby'?: string | undefined
  disabled?: boolean
}) {
  const { settled, isChanging } = useEditing()
  const [typed, setTyped] = useState<string>()
  const [left, setLeft] = useState<number>()
  const commit = useRef(onCommit)
  commit.current = onCommit
  useEffect(() => {
    if (typed === undefined || typed === value || left !== undefined) return
    const waiting = setTimeout(() => commit.current(typed), pause)
    return () => clearTimeout(waiting)
  }, [typed, value, left])
  // What was left and is in the text, or was refused, is not held back any longer.
  const isOver = left !== undefined && (typed === value || settled > left)
  useEffect(() => {
    if (!isOver) return
    setTyped(undefined)
    setLeft(undefined)
  }, [isOver])
  const leave = () => {
    if (typed === undefined) return
    if (typed !== value) onCommit(typed)
    if (typed !== value && isChanging()) setLeft(settled)
    else setTyped(undefined)
  }
  const props = {
    ...named,
    value: typed ?? value,
    onChange: (event: { target: { value: string } }) => {
      setTyped(event.target.value)
      setLeft(undefined)
    },
    onBlur: leave,
  }
  return long ? <textarea rows={2} {...props} /> : <input type={type} {...props} />
}
