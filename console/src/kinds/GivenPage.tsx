import './kinds.css'
import { fieldsFor } from '@wangdi/domain/kinds/kind.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { dayOf, formatDeadline } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../lists/Asked.tsx'
import { ask } from '../shell/call.ts'
import { useSaying } from '../shell/say.ts'
import { ActButtons } from './panel/ActButtons.tsx'

/** One of those given to whoever looks: where, by when, what; nothing of why, of whom, or of being late. */
interface Given {
  readonly id: string
  readonly number: string
  readonly due_at: string | null
  readonly door: string
  readonly fields: Values
  readonly may: readonly string[]
}

/** What was given to a helper, due first: a card each, with what to bring where by when, and what became of it. */
export function GivenPage({ kind }: { kind: RequestKind }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const verbs = useMemo(() => requestVerbs(kind), [kind])
  const today = dayOf(useNow())
  const answer = useQuery({ ...ask(verbs.mine ?? verbs.see, {}), refetchInterval: 60_000 })
  const data = answer.data as { readonly rows: readonly Given[] } | undefined
  const fields = Object.entries(fieldsFor(kind.fields, 'helper'))
  return (
    <>
      <div className="title">
        <h1>{t('mine.title', { what: say(kind.words) })}</h1>
      </div>
      <Asked answer={{ ...answer, data }}>
        {({ rows }) => (
          <div className="kinds-given">
            {rows.length === 0 && <Empty>{t('mine.none')}</Empty>}
            {rows.map((row) => (
              <section key={row.id} className="card kinds-card" aria-label={row.door}>
                <h2>{row.door}</h2>
                {row.due_at && <p>{t('mine.by', { when: formatDeadline(row.due_at, today) })}</p>}
                <dl className="list-facts">
                  {fields.map(([name, field]) => {
                    const words = wordsOfValue(field, row.fields[name])
                    if (!words?.zh) return null
                    return (
                      <div key={name} className="kinds-said">
                        <dt>{say(field.words)}</dt>
                        <dd>{field.type === 'phone' ? <a href={`tel:${words.zh}`}>{t('mine.call')}</a> : say(words)}</dd>
                      </div>
                    )
                  })}
                </dl>
                {row.may.length === 0 && <p className="quiet">{t('mine.told')}</p>}
                <ActButtons
                  kind={kind}
                  verbs={verbs}
                  whole={{ may: [...row.may], doers: [], takers: [], row: { id: row.id, office: null } }}
                />
              </section>
            ))}
          </div>
        )}
      </Asked>
    </>
  )
}
