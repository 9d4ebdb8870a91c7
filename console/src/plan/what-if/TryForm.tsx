import { listDrafts, listVersions } from '@wangdi/domain/documents/packs.api.ts'
import { triedFacts } from '@wangdi/domain/plan/what-if/what-if.api.ts'
import { valueWords } from '@wangdi/policy/vocabulary.ts'
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

type Fact = keyof typeof triedFacts
type Value = NonNullable<Question['value']>
const factNames = Object.keys(triedFacts) as Fact[]

/** What is to be tried: a draft, a response by some rules, a level; together or alone. */
export function TryForm({ place, onAsk }: { place: string; onAsk: (question: Question) => void }) {
  const { t } = useTranslation('what-if')
  const say = useSaying()
  const { access } = useSession()
  const today = dayOf(useNow())
  const asked = useSearch({ strict: false }) as { draft?: unknown }
  const [draft, setDraft] = useState(typeof asked.draft === 'string' ? asked.draft : '')
  const [rules, setRules] = useState('')
  const [fact, setFact] = useState<Fact | ''>('')
  const [value, setValue] = useState('')
  const [on, setOn] = useState('')
  const drafts = useQuery({ ...ask(listDrafts, { place }), enabled: 'documents.drafts' in access })
  const packs = useQuery(ask(listVersions, { place }))
  const values: readonly string[] = fact === '' ? [] : triedFacts[fact]
  const regimes = (packs.data?.packs ?? []).filter(({ is, state }) => is === 'regime' && state !== 'overtaken')
  const question: Question = {
    ...(draft && { draft }),
    ...(rules && { rules }),
    ...(fact && { fact, value: value as Value }),
    ...(on && { on }),
  }
  const asks = draft !== '' || rules !== '' || (fact !== '' && values.includes(value))
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
        <label>
          {t('fact')}
          <select
            value={fact}
            onChange={(event) => {
              setFact(event.target.value as Fact | '')
              setValue('')
            }}
          >
            <option value="">{t('noFact')}</option>
            {factNames.map((name) => (
              <option key={name} value={name}>
                {name === 'county.risk' ? t('countyRisk') : t('communityClass')}
              </option>
            ))}
          </select>
        </label>
        {fact !== '' && (
          <label>
            {t('value')}
            <select value={value} onChange={(event) => setValue(event.target.value)}>
              <option value="" />
              {values.map((each) => (
                <option key={each} value={each}>
                  {say(valueWords[each] ?? { zh: each, en: each })}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {t('on')}
          <Input type="date" min={today} value={on} onChange={(event) => setOn(event.target.value)} />
        </label>
        <Button type="primary" htmlType="submit" disabled={!asks}>
          {t('count')}
        </Button>
      </form>
    </section>
  )
}
