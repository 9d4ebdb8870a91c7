import './paper.css'
import { addWords } from '@wangdi/ui/words/words.ts'
import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { words } from './paper.words.ts'

addWords('paper', words)
const marks = 60

/** Prints its sheet once and is done; the mark lies across every page. */
export function Printed({ mark, onPrinted, children }: { mark?: string; onPrinted: () => void; children: ReactNode }) {
  const done = useRef(onPrinted)
  useEffect(() => {
    done.current = onPrinted
  })
  useEffect(() => {
    const printed = () => done.current()
    window.addEventListener('afterprint', printed)
    window.print()
    return () => window.removeEventListener('afterprint', printed)
  }, [])
  return createPortal(
    <div className="kinds-sheet">
      {mark && (
        <div className="kinds-mark" aria-hidden="true">
          {Array.from({ length: marks }, (_, at) => (
            <span key={at}>{mark}</span>
          ))}
        </div>
      )}
      {children}
    </div>,
    document.body,
  )
}
