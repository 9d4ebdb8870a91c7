import { listDrafts, listVersions } from '@wangdi/domain/documents/packs.api.ts'
import { writeTried } from '@wangdi/domain/plan/what-if/what-if.rules.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import type { Question } from './question.ts'
import { useTriable } from './triable.ts'
import { type TriedFact, TriedFacts } from './TriedFacts.tsx'

/** What is to be tried: a draft, a response by some rules, facts; together or alone, on any day from today on. */
export function TryForm({ place, onAsk }: { place: string; onAsk: (question: Question) => void }) {
  const { t } = useTranslation('what-if')
  const say = useSaying()
  const { access, account } = useSession()
  const today = dayOf(useNow())
  const asked = useSearch({ strict: false }) as { draft?: unknown }
  const [draft, setDraft] = useState(typeof asked.draft === 'string' ? asked.draft : '')
  const [rules, setRules] = useState('')
  const [tried, setTried] = useState<readonly TriedFact[]>([{ name: '', value: '' }])
  const [on, setOn] = useState('')
  // Drafts for wider places are tried over a part of them too.
  const drafts = useQuery({ ...ask(listDrafts, { place: account.place }), enabled: 'documents.drafts' in access })
  const packs = useQuery(ask(listVersions, { place }))
  const triable = useTriable(place, draft)
  const regimes = (packs.data?.packs ?? []).filter(({ is, state }) => is === 'regime' && state !== 'overtaken')
  const whole = tried.filter(({ name, value }) => name !== '' && value !== '')
  const begun = tried.some(({ name, value }) => name !== '' && value === '')
  const question: Question = {
    ...(draft && { draft }),
    ...(rules && { rules }),
    ...(whole.length > 0 && { facts: writeTried(whole) }),
    ...(on && { on }),
  }
  const asks = !begun && (draft !== '' || rules !== '' || whole.length > 0)
  return (
    <section className="card" aria-label={t('try')}>
      <form
        className="what-if-form"
        onSubmit={(event) => {
          event.preventDefault()
          onAsk(question)
        }}
      >
        {'documents.drafts' in access && (
          <label>
            {t('draft')}
            <select value={draft} onChange={(event) => setDraft(event.target.value)}>
              <option value="">{t('noDraft')}</option>
              {(drafts.data?.drafts ?? [])
                .filter(({ state }) => state === 'draft' || state === 'submitted')
                .map(({ id, pack, saved_by: by }) => (
                  <option key={id} value={id}>
                    {pack} · {by}
                  </option>
                ))}
            </select>
          </label>
        )}
        <label>
          {t('rules')}
          <select value={rules} onChange={(event) => setRules(event.target.value)}>
            <option value="">{t('noRules')}</option>
            {regimes.map(({ pack, title, from, version }) => (
              <option key={`${pack} ${version}`} value={`${pack}@${from}`}>
                {t('rulesAt', { title: say(title), day: from })}
              </option>
            ))}
          </select>
        </label>
        <TriedFacts tried={tried} triable={triable} onChange={setTried} />
        <label>
          {t('on')}
          <Input type="date" min={today} value={on} onChange={(event) => setOn(event.target.value)} />
        </label>
        <Button type="primary" htmlType="submit" disabled={!asks}>
          {t('count')}
        </Button>
        {!asks && !begun && <small className="quiet">{t('nothingAsked')}</small>}
      </form>
    </section>
  )
}
