import { type DraftLine, readVersion } from '@wangdi/domain/documents/packs.api.ts'
import { draftFiles } from '@wangdi/policy/engine/library/draft.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../shell/call.ts'
import { useUnsaved } from '../../shell/leaving/unsaved.ts'
import { useSession } from '../../shell/session.ts'
import type { CheckQuestion, Path, ShownCheck } from './background/questions.ts'
import { useChecked } from './background/use-checked.ts'
import { ReadingProvider, useReading } from './background/use-reading.ts'
import { Checked, type Show } from './Checked.tsx'
import { CodeArea, type CodeHandle } from './CodeArea.tsx'
import { Difference } from './Difference.tsx'
import { PlaceChoice } from './begin/PlaceChoice.tsx'
import { idIn, type Texts } from './keeping/local-copy.ts'
import { FormSide } from './form/FormSide.tsx'
import { Moved } from './keeping/Moved.tsx'
import type { Keeping } from './keeping/use-keeping.ts'

const PublishDialog = lazy(() => import('./PublishDialog.tsx'))
const ReturnDialog = lazy(() => import('./ReturnDialog.tsx'))

/** Where a pack is written: its place, two texts, what is wrong with them by line, the cases as they come out, and what it changes. */
export function Workbench({
  keeping,
  line,
  others,
  onServer,
  askServer,
  busy,
  error,
  onSubmit,
}: {
  /** What is written, and how far it is kept. */
  keeping: Keeping
  /** How far the draft is; none while the server does not have it. */
  line: DraftLine | undefined
  others: readonly Pack[]
  /** What the server found in what it has; that counts where nothing checks here. */
  onServer: ShownCheck | undefined
  /** Has the server look at it again. */
  askServer: () => void
  busy: boolean
  error: unknown
  onSubmit: () => void
}) {
  const { t } = useTranslation('packs')
  const { account, places } = useSession()
  const [file, setFile] = useState<keyof Texts>('body')
  const [act, setAct] = useState<'publish' | 'draft' | 'dropped'>()
  const [wanted, setWanted] = useState<number>()
  const code = useRef<CodeHandle>(null)
  const { texts, place } = keeping.written
  const state = line?.state ?? 'draft'
  const isOpen = state === 'draft' || state === 'submitted'
  const submitting = useMemo<CheckQuestion['submitting']>(
    () => (isOpen ? { draft: place, editor: account.place } : undefined),
    [isOpen, place, account.place],
  )
  const id = idIn(texts.body, line?.pack ?? 'new')
  const known = others.some((one) => one.id === id)
  const version = useQuery({ ...ask(readVersion, { pack: id }), enabled: known })
  // Where it cannot be had, as without a network, the draft is checked all the same.
  const cannotBeHad = version.isError || version.isPaused
  const before = known ? (version.data?.body ?? (cannotBeHad ? null : undefined)) : null
  const now = useRef(keeping)
  useLayoutEffect(() => {
    now.current = keeping
  })
  const writeBody = useCallback(
    (body: string) => now.current.write({ ...now.current.written, texts: { ...now.current.written.texts, body } }),
    [],
  )
  const reading = useReading(texts.body, writeBody)
  const here = useChecked({ texts, others, submitting, before })
  const fixed = state !== 'draft'
  const changed = keeping.state !== 'saved'
  useUnsaved(!fixed && changed && keeping.touched && !keeping.busy)
  const { isMissing } = here
  const checked = isMissing ? onServer : here.checked
  const isNewest = isMissing ? !changed && line?.edition === keeping.edition : here.isNewest
  const ready = !changed && isNewest && checked?.totals.findings === 0
  const isBehind = isMissing && line !== undefined && line.edition < keeping.edition
  useEffect(() => {
    if (isBehind) askServer()
  }, [isBehind, askServer, keeping.edition])
  useEffect(() => {
    if (wanted === undefined) return
    code.current?.show(wanted)
    setWanted(undefined)
  }, [wanted, file])
  const marked = useMemo(
    () => new Set(checked?.findings.flatMap((each) => (each.file === draftFiles[file] ? (each.line ?? []) : []))),
    [checked, file],
  )
  const noted = useMemo(
    () => new Set(checked?.english.flatMap((each) => (file === 'body' ? (each.line ?? []) : []))),
    [checked, file],
  )
  const where = places.find((one) => one.code === place)?.name ?? (place || t('nation'))
  // The place stands in the text too; where that cannot be read, the check says that the two differ.
  const goTo = (chosen: string) => {
    keeping.write({ place: chosen, texts })
    void reading.change(['place'], chosen)
  }
  const showPath = useCallback(
    (path: Path) =>
      void reading.lineOf(path).then((at) => {
        setFile('body')
        if (at !== undefined) setWanted(at)
      }),
    [reading],
  )
  const showLine = useCallback<Show>((name, at) => {
    setFile(name === draftFiles.cases ? 'cases' : 'body')
    setWanted(at)
  }, [])
  return (
    <ReadingProvider value={reading}>
      {isMissing && (
        <p className="pack-note" role="status">
          {t('noBackground')}
        </p>
      )}
      {line?.note && state === 'draft' && <p className="pack-note">{t('sentBack', { note: line.note })}</p>}
      {keeping.restored && <p className="pack-note">{t('restored')}</p>}
      <Moved keeping={keeping} />
      {error ? <ErrorLine problem={error} /> : null}
      {keeping.error ? <ErrorLine problem={keeping.error} /> : null}
      <div className="pack-editor">
        <FormSide fixed={fixed} onShow={showPath} />
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
          <Checked checked={checked} isNewest={isNewest} onShow={showLine} />
        ) : (
          <p className="pack-good">{t(isMissing ? 'checkedWhenSaved' : 'checking')}</p>
        )}
        <Difference
          isFirst={!known}
          before={before ?? undefined}
          after={isMissing ? texts.body : undefined}
          shown={here.difference}
          problem={version.error}
        />
      </div>
      {act && line && (
        <Suspense>
          {act === 'publish' ? (
            <PublishDialog
              draft={{ id: line.id, edition: keeping.edition > line.edition ? keeping.edition : line.edition }}
              place={where}
              beyond={(checked?.totals.beyond ?? 0) > 0}
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
    </ReadingProvider>
  )
}
