import './packs.css'
import { readDraft, readLibrary, readVersion, saveDraft, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import { withVersion } from '@wangdi/domain/documents/packs.rules.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { type Texts, Workbench } from './Workbench.tsx'
import { idIn, newPack } from './new-pack.ts'

/** 写规则包: one draft, new or saved; checked while it is typed, handed to a second person, published by that one. */
export default function EditorPage() {
  const { t } = useTranslation('packs')
  const { access } = useSession()
  const { draft = '' } = useParams({ strict: false }) as { draft?: string }
  const asked = useSearch({ strict: false }) as { new?: unknown; of?: unknown }
  const place = asked.new === undefined ? undefined : String(asked.new)
  const of = typeof asked.of === 'string' ? asked.of : undefined
  return (
    <>
      <div className="title">
        <h1>{t('editing')}</h1>
        <div className="actions">
          {place === undefined && 'plan.what-if' in access && (
            <Link to={'/what-if' as never} search={{ draft } as never}>
              {t('tryOut')}
            </Link>
          )}
          <Link to={'/packs/help' as never}>{t('help')}</Link>
          <Link to={'/packs' as never}>{t('back')}</Link>
        </div>
      </div>
      {place === undefined ? (
        <Saved key={draft} id={draft} />
      ) : of === undefined ? (
        <Fresh key={draft} id={draft} place={place} />
      ) : (
        <NextVersion key={draft} id={draft} place={place} pack={of} />
      )}
    </>
  )
}

/** Saves a draft and goes on with it as saved. */
function useSaving(id: string, place: string) {
  const go = useNavigate()
  const command = useCommand(saveDraft, ['documents.drafts', 'documents.draft'])
  return {
    error: command.error,
    busy: command.isPending,
    save: ({ body, cases }: Texts, pack: string, edition: number) =>
      command.mutate(
        { id, place, pack: idIn(body, pack), body, cases, edition },
        {
          onSuccess: () => {
            if (edition === 0) void go({ to: '/packs/draft/$draft', params: { draft: id }, replace: true } as never)
          },
        },
      ),
  }
}

function Fresh({ id, place, texts }: { id: string; place: string; texts?: Texts }) {
  const today = dayOf(useNow())
  const library = useQuery(ask(readLibrary, {}))
  const saving = useSaving(id, place)
  return (
    <Asked answer={library}>
      {({ packs }) => (
        <Workbench
          start={texts ?? { body: newPack(place, today), cases: '' }}
          place={place}
          others={packs}
          busy={saving.busy}
          error={saving.error}
          onSave={(said) => saving.save(said, 'new', 0)}
        />
      )}
    </Asked>
  )
}

function NextVersion({ id, place, pack }: { id: string; place: string; pack: string }) {
  const answer = useQuery(ask(readVersion, { pack }))
  return (
    <Asked answer={answer}>
      {({ body, cases, versions }) => (
        <Fresh id={id} place={place} texts={{ body: withVersion(body, (versions[0]?.version ?? 0) + 1), cases }} />
      )}
    </Asked>
  )
}

function Saved({ id }: { id: string }) {
  const answer = useQuery(ask(readDraft, { id }))
  const library = useQuery(ask(readLibrary, {}))
  const saving = useSaving(id, answer.data?.line.place ?? '')
  const submitting = useCommand(submitDraft, ['documents.drafts', 'documents.draft'])
  return (
    <Asked answer={answer}>
      {({ line, body, cases }) => (
        <Asked answer={library}>
          {({ packs }) => (
            <Workbench
              start={{ body, cases }}
              line={line}
              place={line.place}
              others={packs}
              busy={saving.busy || submitting.isPending}
              error={saving.error ?? submitting.error}
              onSave={(said) => saving.save(said, line.pack, line.edition)}
              onSubmit={() => submitting.mutate({ id, edition: line.edition })}
            />
          )}
        </Asked>
      )}
    </Asked>
  )
}
