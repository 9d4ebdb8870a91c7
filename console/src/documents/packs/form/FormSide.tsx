import { mayBeEmpty, documentKeys, outlineOf, type Section } from '@wangdi/policy/engine/library/form/parts.ts'
import { keysIn } from '@wangdi/policy/engine/library/form/schema-nodes.ts'
import type { Words } from '@wangdi/policy/words.ts'
import { Button } from 'antd'
import { memo, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../../shell/say.ts'
import { blockLength, type Path } from '../background/questions.ts'
import { useKnown, useReader } from '../background/use-reading.ts'
import { type Editing, EditingProvider } from './editing.ts'
import { Fields } from './FieldRow.tsx'
import { valueAt } from './value-at.ts'

// Every part that a pack may have, whatever is written of it.
const sections = outlineOf(undefined)
const top: Path = []

/** A value at its place, in a pack of which nothing else is at hand. */
const rooted = (path: Path, value: unknown): unknown => path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)

/** The pack as a form beside its text: an outline of its parts, and the fields of the one that is open. What it changes is the text. */
export const FormSide = memo(function FormSide({ fixed, onShow }: { fixed: boolean; onShow: (path: Path) => void }) {
  const { t } = useTranslation('packs')
  const say = useSaying()
  const reading = useReader()
  const [state, part, outline, settled] = [
    useKnown(reading, 'state'),
    useKnown(reading, 'part'),
    useKnown(reading, 'outline'),
    useKnown(reading, 'settled'),
  ]
  const [open, setOpen] = useState<Path>(top)
  const [why, setWhy] = useState<Words>()
  useEffect(() => reading.saysRefusalsTo(setWhy), [reading])
  useEffect(() => reading.opens(open), [reading, open])
  const isKnown = part.open.join() === open.join()
  // Until the part that was chosen is known, the one before it stands.
  const shown = part.value === undefined ? top : part.open
  const raw = { ...(part.head as object), ...(part.value === undefined ? {} : (rooted(part.open, part.value) as object)) }
  const editing: Editing = {
    raw,
    own: part.own,
    fixed: fixed || !part.readable,
    settled,
    isChanging: () => reading.isChanging(),
    set(path, value) {
      // The last entry of a list that may stand empty leaves the list.
      const above = path.slice(0, -1)
      const list = valueAt(raw, above)
      const isLast = value === undefined && Array.isArray(list) && list.length === 1 && mayBeEmpty(keysIn(above))
      void (isLast ? reading.change(above, []) : reading.change(path, value))
    },
    add: (path) => void reading.add(path),
  }
  const count = (id: string) => outline.counts[id] ?? 0
  const section = sections.find(({ list }) =>
    shown.length === 0 ? !list : list?.join() === shown.slice(0, -1).join() && typeof shown.at(-1) === 'number',
  )
  const isEmptyList = keysIn(open).length === open.length
  const chosen = isKnown && !isEmptyList ? shown : open
  const addTo = async (list: readonly string[], at: number) => {
    if (await reading.add([...list, at])) setOpen([...list, at])
  }
  const remove = async () => {
    if (await reading.change(shown, undefined)) setOpen(top)
  }
  return (
    <section className="card pack-form" aria-label={t('form')}>
      <h2 className="card-head">{t('form')}</h2>
      {state === 'missing' ? (
        <p className="pack-note" role="status">
          {t('formMissing')}
        </p>
      ) : state === 'waits' ? (
        <p className="pack-note" role="status">
          {t('reading')}
        </p>
      ) : (
        !part.readable && (
          <p className="pack-note" role="status">
            {t('formWaits')}
          </p>
        )
      )}
      <label className="pack-parts">
        {t('part')}
        <select value={JSON.stringify(chosen)} onChange={(event) => setOpen(JSON.parse(event.target.value) as Path)}>
          {sections.map((one) => (
            <OutlineOf key={one.id} section={one} count={count(one.id)} blocks={outline.blocks[one.id] ?? none} />
          ))}
        </select>
      </label>
      <details>
        <summary className="w-link">{t('addPart')}</summary>
        <div className="pack-adds">
          {sections.map(({ id, words, means, list }) =>
            list ? (
              <Button
                key={id}
                size="small"
                disabled={editing.fixed}
                title={say(means)}
                onClick={() => void addTo(list, count(id))}
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
        <div className="pack-fields" key={shown.join()} aria-busy={!isKnown || state === 'waits'}>
          {section && <p className="quiet small">{say(section.means)}</p>}
          <Fields path={shown} {...(shown.length === 0 && { only: documentKeys })} />
        </div>
      </EditingProvider>
      <div className="list-actions pack-form-end">
        <Button onClick={() => onShow(shown)}>{t('seeText')}</Button>
        {shown.length > 0 && (
          <Button danger disabled={editing.fixed} onClick={() => void remove()}>
            {t('removePart')}
          </Button>
        )}
      </div>
    </section>
  )
})

const none: readonly (readonly Words[])[] = []

interface OutlineShown {
  readonly section: Section
  readonly count: number
  readonly blocks: readonly (readonly Words[])[]
}

function OutlineOf({ section: { words, list }, count, blocks }: OutlineShown) {
  const { t } = useTranslation('packs')
  const say = useSaying()
  if (!list) return <option value="[]">{say(words)}</option>
  return (
    <optgroup label={say(words)}>
      {count === 0 && <option value={JSON.stringify(list)}>{t('noneYet', { what: say(words) })}</option>}
      {blocks.map((titles, nth) => (
        <Titles key={nth} list={list} from={nth * blockLength} titles={titles} />
      ))}
    </optgroup>
  )
}

/** A hundred entries of a list: drawn anew only when one of them has another title. */
const Titles = memo(function Titles({ list, from, titles }: { list: readonly string[]; from: number; titles: readonly Words[] }) {
  const say = useSaying()
  return titles.map((title, nth) => (
    <option key={nth} value={JSON.stringify([...list, from + nth])}>
      {say(title)}
    </option>
  ))
})
