import './packs.css'
import { readDraft, readLibrary, readVersion, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { BeginForm, type Begun } from './begin/BeginForm.tsx'
import { shownOfServer } from './background/shown.ts'
import { begunText } from './begin/begun-text.ts'
import { idIn } from './keeping/local-copy.ts'
import { type OnServer, useKeeping } from './keeping/use-keeping.ts'
import { Workbench } from './Workbench.tsx'

/** 写规则包: one draft, new or saved; checked while it is typed, handed to a second person, published by that one. */
export default function EditorPage() {
  const { t } = useTranslation('packs')
  const { access } = useSession()
  const { draft = '' } = useParams({ strict: false }) as { draft?: string }
  const isKept = (useSearch({ strict: false }) as { new?: unknown }).new === undefined
  return (
    <>
      <div className="title">
        <h1>{t('editing')}</h1>
        <div className="actions">
          {isKept && 'plan.what-if' in access && (
            <Link to={'/what-if' as never} search={{ draft } as never}>
              {t('tryOut')}
            </Link>
          )}
          <Link to={'/packs/help' as never}>{t('help')}</Link>
          <Link to={'/packs' as never}>{t('back')}</Link>
        </div>
      </div>
      <Draft key={draft} id={draft} />
    </>
  )
}

function Draft({ id }: { id: string }) {
  const go = useNavigate()
  const asked = useSearch({ strict: false }) as Partial<Begun>
  // What is being written goes on under its own address once it is saved.
  const [begun, setBegun] = useState<Begun | undefined>(
    asked.new === undefined ? undefined : { ...asked, new: String(asked.new) },
  )
  const goOn = (search: object) => void go({ to: '/packs/draft/$draft', params: { draft: id }, search, replace: true } as never)
  if (!begun) return <Saved id={id} />
  if (begun.template === undefined && begun.of === undefined)
    return (
      <BeginForm
        place={begun.new}
        onBegin={(chosen) => {
          setBegun(chosen)
          goOn(chosen)
        }}
      />
    )
  return <Fresh id={id} begun={begun} onKept={() => goOn({})} />
}

function Fresh({ id, begun, onKept }: { id: string; begun: Begun; onKept: () => void }) {
  const library = useQuery({ ...ask(readLibrary, {}), staleTime: Number.POSITIVE_INFINITY })
  const version = useQuery({
    ...ask(readVersion, { pack: begun.of ?? '', ...(begun.version !== undefined && { version: Number(begun.version) }) }),
    enabled: begun.of !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const waits = begun.of === undefined ? library : version
  return (
    <Asked answer={{ ...waits, data: library.data && (begun.of === undefined || version.data) ? library.data : undefined }}>
      {({ packs }) => <Begins id={id} begun={begun} packs={packs} version={version.data} onKept={onKept} />}
    </Asked>
  )
}

function Begins({
  id,
  begun,
  packs,
  version,
  onKept,
}: {
  id: string
  begun: Begun
  packs: readonly Pack[]
  version: { body: string; cases: string; line: { subject: string | null }; versions: { version: number }[] } | undefined
  onKept: () => void
}) {
  const today = dayOf(useNow())
  const [start] = useState((): OnServer => {
    const before = version && { ...version, subject: version.line.subject, newest: version.versions[0]?.version ?? 0 }
    const texts = begunText(begun, packs, today, before)
    return { texts, place: begun.new, pack: idIn(texts.body, 'new'), edition: 0, open: true }
  })
  return <Writing id={id} start={start} packs={packs} onKept={onKept} />
}

function Saved({ id }: { id: string }) {
  // Looked at anew each time: somebody else may have written on it.
  const answer = useQuery({ ...ask(readDraft, { id }), gcTime: 0 })
  const library = useQuery(ask(readLibrary, {}))
  return (
    <Asked answer={answer}>
      {({ line, body, cases }) => (
        <Asked answer={library}>
          {({ packs }) => (
            <Writing
              id={id}
              start={{
                ...{ texts: { body, cases }, place: line.place, pack: line.pack, edition: line.edition },
                ...{ by: line.saved_by, at: line.saved_at, open: line.state === 'draft' },
              }}
              packs={packs}
            />
          )}
        </Asked>
      )}
    </Asked>
  )
}

function Writing({ id, start, packs, onKept }: { id: string; start: OnServer; packs: readonly Pack[]; onKept?: () => void }) {
  const keeping = useKeeping(id, start)
  const isKept = keeping.edition > 0
  const draft = useQuery({ ...ask(readDraft, { id }), enabled: isKept, gcTime: 0 })
  const { data, refetch } = draft
  const askServer = useCallback(() => void refetch(), [refetch])
  const onServer = useMemo(() => data && shownOfServer(data.findings, data.ran), [data])
  const submitting = useCommand(submitDraft, ['documents.drafts', 'documents.draft'])
  // Once, when the server has it.
  const kept = useRef(onKept)
  useEffect(() => {
    if (isKept) kept.current?.()
  }, [isKept])
  return (
    <Workbench
      keeping={keeping}
      line={data?.line}
      others={packs}
      onServer={onServer}
      askServer={askServer}
      busy={submitting.isPending}
      error={submitting.error}
      onSubmit={() => submitting.mutate({ id, edition: keeping.edition })}
    />
  )
}
