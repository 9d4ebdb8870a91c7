import type { DraftLine } from '@wangdi/domain/documents/packs.api.ts'
import { checkToSubmit } from '@wangdi/domain/documents/draft.rules.ts'
import { type CheckedDraft, checkDraft, draftFiles } from '@wangdi/policy/engine/library/draft.ts'
import { editText } from '@wangdi/policy/engine/library/edit/edit.ts'
import { orderOf } from '@wangdi/policy/engine/library/form/schema-nodes.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUnsaved } from '../../shell/leaving/unsaved.ts'
import { useSession } from '../../shell/session.ts'
import { Checked } from './Checked.tsx'
import { lineOfPath } from '@wangdi/policy/engine/library/edit/nodes.ts'
import { CodeArea, type CodeHandle } from './CodeArea.tsx'
import { Difference } from './Difference.tsx'
import { PlaceChoice } from './begin/PlaceChoice.tsx'
import { idIn, type Texts } from './keeping/local-copy.ts'
import { FormSide } from './form/FormSide.tsx'
import { Moved } from './keeping/Moved.tsx'
import type { Keeping } from './keeping/use-keeping.ts'

const PublishDialog = lazy(() => import('./PublishDialog.tsx'))
const ReturnDialog = lazy(() => import('./ReturnDialog.tsx'))

/** A draft is checked when nothing was typed for this many milliseconds. */
const pause = 300

/** Checked as submitting will, while it can still be submitted or published: `draft` is the place it is for, if so. */
function useChecked({ body, cases }: Texts, others: readonly Pack[], draft: string | undefined): CheckedDraft | undefined {
  const editor = useSession().account.place
  const [checked, setChecked] = useState<CheckedDraft>()
  useEffect(() => {
    const texts = { body, cases }
    const check = () => (draft === undefined ? checkDraft(texts, others) : checkToSubmit(texts, others, { draft, editor }))
    const waiting = setTimeout(() => setChecked(check()), pause)
    return () => clearTimeout(waiting)
  }, [body, cases, others, draft, editor])
  return checked
}

/** Where a pack is written: its place, two texts, what is wrong with them by line, the cases as they come out, and what it changes. */
export function Workbench({
  keeping,
  line,
  others,
  busy,
  error,
  onSubmit,
}: {
  /** What is written, and how far it is kept. */
  keeping: Keeping
  /** How far the draft is; none while the server does not have it. */
  line: DraftLine | undefined
  others: readonly Pack[]
  busy: boolean
  error: unknown
  onSubmit: () => void
}) {
  const { t } = useTranslation('packs')
  const { places } = useSession()
  const [file, setFile] = useState<keyof Texts>('body')
  const [act, setAct] = useState<'publish' | 'draft' | 'dropped'>()
  const [wanted, setWanted] = useState<number>()
  const code = useRef<CodeHandle>(null)
  const { texts, place } = keeping.written
  const state = line?.state ?? 'draft'
  const checked = useChecked(texts, others, state === 'draft' || state === 'submitted' ? place : undefined)
  const id = idIn(texts.body, line?.pack ?? 'new')
  const fixed = state !== 'draft'
  const changed = keeping.state !== 'saved'
  useUnsaved(!fixed && changed && keeping.touched && !keeping.busy)
  const ready = !changed && checked !== undefined && checked.findings.length === 0
  useEffect(() => {
    if (wanted === undefined) return
    code.current?.show(wanted)
    setWanted(undefined)
  }, [wanted, file])
  const marked = new Set(checked?.findings.flatMap((each) => (each.file === draftFiles[file] ? (each.line ?? []) : [])))
  const noted = new Set(checked?.english.flatMap((each) => (file === 'body' ? (each.line ?? []) : [])))
  const where = places.find((one) => one.code === place)?.name ?? (place || t('nation'))
  // The place stands in the text too; where that cannot be read, the check says that the two differ.
  const goTo = (chosen: string) => {
    const done = editText(texts.body, ['place'], chosen, orderOf)
    keeping.write({ place: chosen, texts: 'text' in done ? { ...texts, body: done.text } : texts })
  }
  return (
    <>
      {line?.note && state === 'draft' && <p className="pack-note">{t('sentBack', { note: line.note })}</p>}
      {keeping.restored && <p className="pack-note">{t('restored')}</p>}
      <Moved keeping={keeping} />
      {error ? <ErrorLine problem={error} /> : null}
      {keeping.error ? <ErrorLine problem={keeping.error} /> : null}
      <div className="pack-editor">
        <FormSide
          text={texts.body}
          fixed={fixed}
          onText={(body) => keeping.write({ place, texts: { ...texts, body } })}
          onShow={(path) => {
            const at = lineOfPath(texts.body, path)
            setFile('body')
            if (at !== undefined) setWanted(at)
          }}
        />
        <div className="list-stack">
          <section className="card" aria-label={t('editing')}>
            <div className="pack-bar">
              <Segmented
                value={file}
                options={[
                  { value: 'body', label: t('rules') },
                  { value: 'cases', label: t('cases') },
                ]}
                onChange={(chosen) => setFile(chosen as keyof Texts)}
              />
              <Tag tone={state === 'submitted' ? 'due' : state === 'published' ? 'done' : 'plain'}>{t(`is.${state}`)}</Tag>
              {!fixed && <span role="status">{t(`kept.${keeping.state}`)}</span>}
              <PlaceChoice place={place} fixed={fixed} onChange={goTo} />
              <div className="end">
                {state === 'draft' && (
                  <>
                    {line && !changed && <Button onClick={() => setAct('dropped')}>{t('drop')}</Button>}
                    <Button
                      disabled={!changed || keeping.state === 'moved'}
                      loading={keeping.busy}
                      onClick={() => void keeping.save()}
                    >
                      {t('ui:save')}
                    </Button>
                    <Button type="primary" disabled={!ready || busy} title={t('submitHint')} onClick={onSubmit}>
                      {t('submit')}
                    </Button>
                  </>
                )}
                {state === 'submitted' && (
                  <>
                    <Button onClick={() => setAct('draft')}>{t('sendBack')}</Button>
                    {line?.mine ? (
                      <span>{t('waitsForOther')}</span>
                    ) : (
                      <Button type="primary" onClick={() => setAct('publish')}>
                        {t('publish')}
                      </Button>
                    )}
                  </>
                )}
              </div>
            </div>
            <CodeArea
              key={file}
              handle={code}
              label={file === 'body' ? t('rules') : t('cases')}
              text={texts[file]}
              marked={marked}
              noted={noted}
              completes={file === 'body'}
              fixed={fixed}
              onChange={(text) => keeping.write({ place, texts: { ...texts, [file]: text } })}
            />
          </section>
        </div>
      </div>
      <div className="pack-below">
        {checked ? (
          <Checked
            checked={checked}
            onShow={(name, at) => {
              setFile(name === draftFiles.cases ? 'cases' : 'body')
              setWanted(at)
            }}
          />
        ) : (
          <p className="pack-good">{t('checking')}</p>
        )}
        <Difference pack={others.some(({ id: known }) => known === id) ? id : undefined} body={texts.body} />
      </div>
      {act && line && (
        <Suspense>
          {act === 'publish' ? (
            <PublishDialog
              draft={{ id: line.id, edition: keeping.edition > line.edition ? keeping.edition : line.edition }}
              place={where}
              beyond={(checked?.beyond.length ?? 0) > 0}
              onClose={() => setAct(undefined)}
            />
          ) : (
            <ReturnDialog
              draft={{ id: line.id, edition: keeping.edition > line.edition ? keeping.edition : line.edition }}
              to={act}
              onClose={() => setAct(undefined)}
            />
          )}
        </Suspense>
      )}
    </>
  )
}
