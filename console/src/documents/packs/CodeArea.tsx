import { completeAt } from '@wangdi/policy/engine/library/complete.ts'
import { type KeyboardEvent, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

/** What a page may ask of the text: to show a line. */
export interface CodeHandle {
  show(line: number): void
}

/** Options shown at once; more than these are reached by typing on. */
const most = 12
/** Height of a line in pixels, as in packs.css. */
const lineHeight = 20

/** A text with line numbers, marks at lines with a fault, and what may stand at the caret. */
export function CodeArea({
  label,
  text,
  marked,
  completes,
  fixed,
  handle,
  onChange,
}: {
  label: string
  text: string
  marked: ReadonlySet<number>
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
  const offer = useMemo(() => (completes && !fixed ? completeAt(text, caret) : undefined), [completes, fixed, text, caret])
  const options = offer?.options.slice(0, most) ?? []
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
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== ' ' || !event.ctrlKey) return
    event.preventDefault()
    first.current?.focus()
  }
  return (
    <div className="pack-code">
      <div className="pack-lines" ref={gutter} aria-hidden>
        {Array.from({ length: count }, (_, nth) => (
          <span key={nth} className={marked.has(nth + 1) ? 'marked' : undefined}>
            {nth + 1}
          </span>
        ))}
      </div>
      <textarea
        ref={area}
        aria-label={label}
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
      {options.length > 0 && (
        <div className="pack-complete" role="group" aria-label={t('complete')}>
          <span>{t('complete')}</span>
          {options.map(({ insert: word, words }, nth) => (
            <button key={word} ref={nth === 0 ? first : undefined} type="button" onClick={() => insert(word)}>
              <code>{word.trim()}</code> {words && say(words)}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
