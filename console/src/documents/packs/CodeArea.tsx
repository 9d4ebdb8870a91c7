import { type KeyboardEvent, memo, useId, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { useKnown, useReader } from './background/use-reading.ts'

/** What a page may ask of the text: to show a line. */
export interface CodeHandle {
  show(line: number): void
}

/** Height of a line in pixels, as in packs.css. */
const lineHeight = 20
/** Numbers are drawn for so many lines, beginning so many above those in sight. */
const drawn = 300
const above = 100

function countLines(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** Where a line begins, from 1. */
function startOfLine(text: string, line: number): number {
  let at = 0
  for (let nth = 1; nth < line; nth += 1) {
    const end = text.indexOf('\n', at)
    if (end < 0) return text.length
    at = end + 1
  }
  return at
}

/** A text with line numbers, marks at lines with a fault, and what may stand at the caret. */
export function CodeArea({
  label,
  text,
  marked,
  noted,
  completes,
  fixed,
  handle,
  onChange,
}: {
  label: string
  text: string
  marked: ReadonlySet<number>
  /** Lines to which something is to be added later. */
  noted: ReadonlySet<number>
  completes: boolean
  fixed: boolean
  handle: React.Ref<CodeHandle>
  onChange: (text: string) => void
}) {
  const { t } = useTranslation('packs')
  const say = useSaying()
  const reading = useReader()
  const hinted = useKnown(reading, 'hinted')
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  const [caret, setCaret] = useState(0)
  const [from, setFrom] = useState(0)
  // Asked for by a key before the answer is there.
  const [wants, setWants] = useState(false)
  const count = useMemo(() => countLines(text), [text])
  const described = useId()
  const offers = completes && !fixed
  useLayoutEffect(() => reading.pointsAt(offers ? caret : undefined), [reading, offers, caret])
  const isNow = offers && hinted?.caret === caret && hinted.text === text
  // What fitted before stays in sight until the next answer is there, but is not put into another text.
  const offer = offers ? hinted?.offer : undefined
  const options = offer?.options ?? []
  const about = offer?.about
  useLayoutEffect(() => {
    if (!wants || !isNow) return
    setWants(false)
    first.current?.focus()
  }, [wants, isNow])
  useImperativeHandle(handle, () => ({
    show(line) {
      const at = startOfLine(text, line)
      area.current?.focus()
      area.current?.setSelectionRange(at, at)
      area.current?.scrollTo({ top: Math.max(0, (line - 4) * lineHeight) })
      setCaret(at)
    },
  }))
  const insert = (word: string) => {
    area.current?.focus()
    if (!isNow || !offer) return
    onChange(text.slice(0, offer.from) + word + text.slice(caret))
    const at = offer.from + word.length
    setCaret(at)
    requestAnimationFrame(() => area.current?.setSelectionRange(at, at))
  }
  const back = () => area.current?.focus()
  const onChoiceKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    const next = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1 }[event.key]
    if (event.key === 'Escape') back()
    else if (next === undefined) return
    else if (next < 0) back()
    else buttons[next]?.focus()
    event.preventDefault()
  }
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    setWants(event.key === ' ' && event.ctrlKey)
    if (event.key === ' ' && event.ctrlKey) event.preventDefault()
  }
  const onScroll = (top: number) => {
    gutter.current?.scrollTo({ top })
    // In steps, so that most scrolling draws nothing anew.
    setFrom(Math.max(0, Math.floor(top / lineHeight / above) * above - above))
  }
  return (
    <div className="pack-code">
      <div className="pack-lines" ref={gutter} style={{ minWidth: `calc(${String(count).length}ch + 17px)` }} aria-hidden>
        <Numbers from={Math.min(from, Math.max(0, count - 1))} count={count} marked={marked} noted={noted} />
      </div>
      <textarea
        ref={area}
        aria-label={label}
        aria-describedby={described}
        value={text}
        readOnly={fixed}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => {
          onChange(event.target.value)
          setCaret(event.target.selectionStart)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKey}
        onScroll={(event) => onScroll(event.currentTarget.scrollTop)}
      />
      <div className="pack-complete">
        <p id={described}>
          {about && (
            <>
              <b>{say(about.words)}</b> <code>{about.key}</code> {say(about.means)}
            </>
          )}
        </p>
        {options.length > 0 && (
          <div role="group" aria-label={t('complete')} onKeyDown={onChoiceKey}>
            <span>{t('complete')}</span>
            {options.map(({ insert: word, words, means }, nth) => (
              <button
                key={word}
                ref={nth === 0 ? first : undefined}
                type="button"
                title={means && say(means)}
                onClick={() => insert(word)}
              >
                <code>{word.trim()}</code> {words && say(words)}
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

interface NumbersShown {
  readonly from: number
  readonly count: number
  readonly marked: ReadonlySet<number>
  readonly noted: ReadonlySet<number>
}

/** The numbers of the lines in sight and around; the others are empty room. */
const Numbers = memo(function Numbers({ from, count, marked, noted }: NumbersShown) {
  const end = Math.min(count, from + drawn)
  return (
    <>
      <div style={{ height: from * lineHeight }} />
      {Array.from({ length: end - from }, (_, nth) => from + nth + 1).map((line) => (
        <span key={line} className={marked.has(line) ? 'marked' : noted.has(line) ? 'noted' : undefined}>
          {line}
        </span>
      ))}
      <div style={{ height: (count - end) * lineHeight }} />
    </>
  )
})
