import type { PaperReceiver } from '@wangdi/domain/kinds/document/below/below.api.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../../lists/Asked.tsx'
import { rowsSaid } from '../../../lists/Counted.tsx'
import { PanelPart } from '../../../lists/SidePanel.tsx'
import { ask } from '../../../shell/call.ts'

interface Told {
  readonly rows: PaperReceiver[]
  readonly received: number
  readonly left: number
}

/** How many of the communities below received the version that holds, and how many did not; each figure opens its communities. */
export function Receivers({ endpoint, id }: { endpoint: Endpoint; id: string }) {
  const { t } = useTranslation('papers')
  const today = dayOf(useNow())
  const answer = useQuery(ask(endpoint, { id }))
  const data = answer.data as Told | undefined
  const [shown, setShown] = useState<'received' | 'left'>()
  return (
    <PanelPart title={t('below.title')}>
      <Asked answer={{ ...answer, data }} rows={1}>
        {({ rows, received, left }) => {
          const listed = rows.filter(({ received_on }) => (received_on === null) === (shown === 'left'))
          return (
            <>
              <div className="list-filters">
                {(['left', 'received'] as const).map((one) => {
                  const n = one === 'left' ? left : received
                  return (
                    <button
                      key={one}
                      type="button"
                      className="list-chip"
                      aria-pressed={shown === one}
                      data-figure={n}
                      data-opens={`paper-${one}`}
                      onClick={() => setShown(shown === one ? undefined : one)}
                    >
                      {t(`below.${one}`, { n })}
                    </button>
                  )
                })}
              </div>
              {shown && (
                <ul className="kinds-receivers" {...rowsSaid(`paper-${shown}`, listed.length)}>
                  {listed.map(({ place, name, received_on, by }) => (
                    <li key={place}>
                      {shortName(name)}{' '}
                      {received_on && <small>{t('below.by', { day: formatDay(received_on, today), by: by ?? '' })}</small>}
                    </li>
                  ))}
                </ul>
              )}
            </>
          )
        }}
      </Asked>
    </PanelPart>
  )
}
