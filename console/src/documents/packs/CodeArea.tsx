import { completeAt } from '@wangdi/policy/engine/library/complete.ts'
import { readSource } from '@wangdi/policy/engine/library/edit/nodes.ts'
import { namesIn } from '@wangdi/policy/engine/library/form/own-names.ts'
import { type KeyboardEvent, useId, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

/** What a page may ask of the text: to show a line. */
export interface CodeHandle {
  show(line: number): void
}

/** Height of a line in pixels, as in packs.css. */
const lineHeight = 20

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
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  const [caret, setCaret] = useState(0)
  const count = text.split('\n').length
  const hinted = useId()
  // While a word is half written the text may not be readable; its names are those of before.
  const names = useRef(namesIn(undefined))
  const offer = useMemo(() => {
    if (!completes || fixed) return undefined
    const source = readSource(text)
    if (source) names.current = namesIn(source.raw)
    return completeAt(text, caret, names.current)
  }, [completes, fixed, text, caret])
  const options = offer?.options ?? []
  const about = offer?.about
  useImperativeHandle(handle, () => ({
    show(line) {
      const at =
        text
          .split('\n')
          .slice(0, line - 1)
          .join('\n').length + (line > 1 ? 1 : 0)
      area.current?.focus()
      area.current?.setSelectionRange(at, at)
      area.current?.scrollTo({ top: Math.max(0, (line - 4) * lineHeight) })
      setCaret(at)
    },
  }))
  const insert = (word: string) => {
    const from = offer?.from ?? caret
    onChange(text.slice(0, from) + word + text.slice(caret))
    const at = from + word.length
    setCaret(at)
    area.current?.focus()
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
    if (event.key !== ' ' || !event.ctrlKey) return
    event.preventDefault()
    first.current?.focus()
  }
  return (
    <div className="pack-code">
      <div className="pack-lines" ref={gutter} aria-hidden>
        {Array.from({ length: count }, (_, nth) => (
          <span key={nth} className={marked.has(nth + 1) ? 'marked' : noted.has(nth + 1) ? 'noted' : undefined}>
            {nth + 1}
          </span>
        ))}
      </div>
      <textarea
        ref={area}
        aria-label={label}
        aria-describedby={hinted}
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
        onScroll={(event) => gutter.current?.scrollTo({ top: event.currentTarget.scrollTop })}
      />
      <div className="pack-complete">
        <p id={hinted}>
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
