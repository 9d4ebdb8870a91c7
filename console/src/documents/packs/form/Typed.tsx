import { useEffect, useRef, useState } from 'react'

/** Typed on for so long without a pause, the text gets what stands in the field. */
const pause = 400

/** A field whose value goes into the text when one stops typing or leaves it; what the text says anew shows in it. */
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
  const [typed, setTyped] = useState<string>()
  const commit = useRef(onCommit)
  commit.current = onCommit
  useEffect(() => {
    if (typed === undefined || typed === value) return
    const waiting = setTimeout(() => commit.current(typed), pause)
    return () => clearTimeout(waiting)
  }, [typed, value])
  const leave = () => {
    if (typed !== undefined && typed !== value) onCommit(typed)
    setTyped(undefined)
  }
  const props = {
    ...named,
    value: typed ?? value,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: leave,
  }
  return long ? <textarea rows={2} {...props} /> : <input type={type} {...props} />
}
