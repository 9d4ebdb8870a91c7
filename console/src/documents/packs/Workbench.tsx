import type { DraftLine } from '@wangdi/domain/documents/packs.api.ts'
import { checkToSubmit } from '@wangdi/domain/documents/draft.rules.ts'
import { type CheckedDraft, checkDraft, draftFiles } from '@wangdi/policy/engine/library/draft.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUnsaved } from '../../shell/leaving/unsaved.ts'
import { useSession } from '../../shell/session.ts'
import { Checked } from './Checked.tsx'
import { CodeArea, type CodeHandle } from './CodeArea.tsx'
import { Difference } from './Difference.tsx'
import { idIn } from './new-pack.ts'

const PublishDialog = lazy(() => import('./PublishDialog.tsx'))
const ReturnDialog = lazy(() => import('./ReturnDialog.tsx'))

/** The two texts of a pack. */
export interface Texts {
  readonly body: string
  readonly cases: string
}

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

/** Where a pack is written: two texts, what is wrong with them by line, the cases as they come out, and what it changes. */
export function Workbench({
  start,
  line,
  place,
  others,
  busy,
  error,
  onSave,
  onSubmit,
}: {
  start: Texts
  /** How far the draft is; none while it was never saved. */
  line?: DraftLine
  /** Where it is to hold. */
  place: string
  others: readonly Pack[]
  busy: boolean
  error: unknown
  onSave: (texts: Texts) => void
  onSubmit?: () => void
}) {
  const { t } = useTranslation('packs')
  const { places } = useSession()
  const [texts, setTexts] = useState(start)
  const [file, setFile] = useState<keyof Texts>('body')
  const [act, setAct] = useState<'publish' | 'draft' | 'dropped'>()
  const [wanted, setWanted] = useState<number>()
  const code = useRef<CodeHandle>(null)
  const state = line?.state ?? 'draft'
  const checked = useChecked(texts, others, state === 'draft' || state === 'submitted' ? place : undefined)
  const id = idIn(texts.body, line?.pack ?? 'new')
  const fixed = state !== 'draft'
  const changed = line === undefined || texts.body !== start.body || texts.cases !== start.cases
  useUnsaved(!fixed && (texts.body !== start.body || texts.cases !== start.cases) && !busy)
  const ready = !changed && checked !== undefined && checked.findings.length === 0
  useEffect(() => {
    if (wanted === undefined) return
    code.current?.show(wanted)
    setWanted(undefined)
  }, [wanted, file])
  const marked = new Set(checked?.findings.flatMap((each) => (each.file === draftFiles[file] ? (each.line ?? []) : [])))
  const where = places.find((one) => one.code === place)?.name ?? (place || t('nation'))
  return (
    <>
      {line?.note && state === 'draft' && <p className="pack-note">{t('sentBack', { note: line.note })}</p>}
      {error ? <ErrorLine problem={error} /> : null}
      <div className="pack-editor">
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
              {!fixed && <span role="status">{changed ? t('notSaved') : t('savedNow')}</span>}
              <div className="end">
                {state === 'draft' && (
                  <>
                    {line && <Button onClick={() => setAct('dropped')}>{t('drop')}</Button>}
                    <Button disabled={!changed} loading={busy} onClick={() => onSave(texts)}>
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
              completes={file === 'body'}
              fixed={fixed}
              onChange={(text) => setTexts((before) => ({ ...before, [file]: text }))}
            />
          </section>
          <Difference pack={others.some(({ id: known }) => known === id) ? id : undefined} body={texts.body} />
        </div>
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
      </div>
      {act && line && (
        <Suspense>
          {act === 'publish' ? (
            <PublishDialog
              draft={line}
              place={where}
              beyond={(checked?.beyond.length ?? 0) > 0}
              onClose={() => setAct(undefined)}
            />
          ) : (
            <ReturnDialog draft={line} to={act} onClose={() => setAct(undefined)} />
          )}
        </Suspense>
      )}
    </>
  )
}
