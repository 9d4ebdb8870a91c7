import type { BelowVerbs, PaperFromAbove } from '@wangdi/domain/kinds/document/below/below.api.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../../lists/Asked.tsx'
import { useAskFirst } from '../../../lists/asking/ask-first.tsx'
import { ask, useCommand } from '../../../shell/call.ts'
import { useSession } from '../../../shell/session.ts'
import { SaidList } from '../../panel/SaidList.tsx'

/** What those above gave out and holds for this place: what it says opens by a press, and a community says that it received it. */
export function FromAbove({ kind, verbs, place }: { kind: DocumentKind; verbs: BelowVerbs; place: string }) {
  const { t } = useTranslation('papers')
  const today = dayOf(useNow())
  const { access } = useSession()
  const answer = useQuery(ask(verbs.fromAbove, { place }))
  const data = answer.data as { rows: PaperFromAbove[] } | undefined
  const receiving = useCommand(verbs.acknowledge, [kind.name])
  const sure = useAskFirst()
  if (data?.rows.length === 0) return null
  const mayReceive = verbs.acknowledge.name in access && place.length === 12
  return (
    <section className="card" aria-label={t('above.title')}>
      <h2 className="card-head">{t('above.title')}</h2>
      {receiving.error ? <ErrorLine problem={receiving.error} /> : null}
      {sure.question}
      <Asked answer={{ ...answer, data }} rows={2}>
        {({ rows }) =>
          rows.map((row) => (
            <div className="kinds-above" key={row.id}>
              <details>
                <summary>
                  {row.title} <small>{[shortName(row.from_name), row.number].filter(Boolean).join(' · ')}</small>
                </summary>
                <SaidList fields={kind.fields} values={row.fields} />
              </details>
              <span>
                {row.received_on ? (
                  <Tag tone="done">{t('above.received', { day: formatDay(row.received_on, today) })}</Tag>
                ) : mayReceive ? (
                  <Button
                    size="small"
                    loading={receiving.isPending}
                    onClick={() =>
                      sure.ask({
                        title: t('above.sure', { title: row.title }),
                        follows: t('above.follows'),
                        yes: t('above.receive'),
                        act: () => receiving.mutate({ id: row.id, place, version: row.version }),
                      })
                    }
                  >
                    {t('above.receive')}
                  </Button>
                ) : null}
              </span>
            </div>
          ))
        }
      </Asked>
    </section>
  )
}
