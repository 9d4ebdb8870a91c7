import { editText } from '@wangdi/policy/engine/library/edit/edit.ts'
import { readSource } from '@wangdi/policy/engine/library/edit/nodes.ts'
import type { Held } from '@wangdi/policy/engine/library/edit/render.ts'
import { namesIn } from '@wangdi/policy/engine/library/form/own-names.ts'
import { documentKeys, mayBeEmpty, newEntry, outlineOf } from '@wangdi/policy/engine/library/form/parts.ts'
import { orderOf } from '@wangdi/policy/engine/library/form/schema-nodes.ts'
import type { Words } from '@wangdi/policy/words.ts'
import { Button } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../../shell/say.ts'
import { type Editing, EditingProvider, keysIn, type Path, valueAt } from './editing.ts'
import { Fields } from './FieldRow.tsx'

/** The pack as a form beside its text: an outline of its parts, and the fields of the one that is open. What it changes is the text. */
export function FormSide({
  text,
  fixed,
  onText,
  onShow,
}: {
  text: string
  fixed: boolean
  onText: (text: string) => void
  /** Leads to where a part stands in the text. */
  onShow: (path: Path) => void
}) {
  const { t } = useTranslation('packs')
  const say = useSaying()
  const source = useMemo(() => readSource(text), [text])
  const last = useRef<unknown>({})
  if (source) last.current = source.raw
  const raw = last.current
  const [open, setOpen] = useState<Path>([])
  const [why, setWhy] = useState<Words>()
  const sections = useMemo(() => outlineOf(raw), [raw])
  // Two changes may come before the text is drawn anew.
  const now = useRef(text)
  now.current = text
  const put = (path: Path, value: Held | undefined): boolean => {
    const done = editText(now.current, path, value, orderOf)
    setWhy('why' in done ? done.why : undefined)
    if (!('text' in done)) return false
    now.current = done.text
    if (done.text !== text) onText(done.text)
    return true
  }
  const editing: Editing = {
    raw,
    own: useMemo(() => namesIn(raw), [raw]),
    fixed: fixed || !source,
    set(path, value) {
      // The last entry of a list that may stand empty leaves the list.
      const above = path.slice(0, -1)
      const list = valueAt(raw, above)
      const isLast = value === undefined && Array.isArray(list) && list.length === 1 && mayBeEmpty(keysIn(above))
      put(isLast ? above : path, isLast ? [] : value)
    },
    add(path) {
      const list = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path
      put(path, newEntry(raw, list))
    },
  }
  const isThere = open.length === 0 || valueAt(raw, open) !== undefined
  const shown = isThere ? open : []
  const section = sections.find(({ list, parts }) =>
    shown.length === 0 ? !list : parts.some((part) => part.path.join() === shown.join()),
  )
  const isEmptyList = open.length > 0 && !isThere && keysIn(open).length === open.length
  return (
    <section className="card pack-form" aria-label={t('form')}>
      <h2 className="card-head">{t('form')}</h2>
      {!source && (
        <p className="pack-note" role="status">
          {t('formWaits')}
        </p>
      )}
      <label className="pack-parts">
        {t('part')}
        <select
          value={JSON.stringify(isEmptyList ? open : shown)}
          onChange={(event) => setOpen(JSON.parse(event.target.value) as Path)}
        >
          {sections.map(({ id, words, list, parts }) =>
            list ? (
              <optgroup key={id} label={say(words)}>
                {parts.length === 0 && <option value={JSON.stringify(list)}>{t('noneYet', { what: say(words) })}</option>}
                {parts.map((part) => (
                  <option key={part.path.join()} value={JSON.stringify(part.path)}>
                    {say(part.title)}
                  </option>
                ))}
              </optgroup>
            ) : (
              <option key={id} value="[]">
                {say(words)}
              </option>
            ),
          )}
        </select>
      </label>
      <details>
        <summary className="w-link">{t('addPart')}</summary>
        <div className="pack-adds">
          {sections.map(({ id, words, means, list, parts }) =>
            list ? (
              <Button
                key={id}
                size="small"
                disabled={editing.fixed}
                title={say(means)}
                onClick={() => {
                  if (put([...list, parts.length], newEntry(raw, list))) setOpen([...list, parts.length])
                }}
              >
                {t('addOne', { what: say(words) })}
              </Button>
            ) : null,
          )}
        </div>
      </details>
      {why && (
        <p className="pack-not" role="alert">
          {say(why)}
        </p>
      )}
      <EditingProvider value={editing}>
        <div className="pack-fields" key={shown.join()}>
          {section && <p className="quiet small">{say(section.means)}</p>}
          <Fields path={shown} {...(shown.length === 0 && { only: documentKeys })} />
        </div>
      </EditingProvider>
      <div className="list-actions pack-form-end">
        <Button onClick={() => onShow(shown)}>{t('seeText')}</Button>
        {shown.length > 0 && (
          <Button danger disabled={editing.fixed} onClick={() => put(shown, undefined) && setOpen([])}>
            {t('removePart')}
          </Button>
        )}
      </div>
    </section>
  )
}
