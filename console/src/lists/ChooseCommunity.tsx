import { readTree } from '@wangdi/domain/places/places.api.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ask } from '../shell/call.ts'
import { lookAt, useLookedAt } from '../shell/looked-at.ts'
import { useSession } from '../shell/session.ts'
import { Asked } from './Asked.tsx'
import { useListWords } from './list-words.ts'

const communityDigits = 12

/** Shows the page of one community; above the communities it leads down to them, with the doors each has. */
export function OfCommunity({ title, children }: { title: string; children: (community: string) => ReactNode }) {
  const place = useLookedAt()
  if (place.length === communityDigits) return children(place)
  return (
    <>
      <div className="title">
        <h1>{title}</h1>
      </div>
      <Choice place={place} />
    </>
  )
}

function Choice({ place }: { place: string }) {
  const t = useListWords()
  const { account } = useSession()
  const answer = useQuery(ask(readTree, { place }))
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t('choose.title')}</h2>
        <span className="sub">{t('choose.why')}</span>
      </div>
      <Asked answer={answer}>
        {({ below }) =>
          below.length === 0 ? (
            <Empty>{t('choose.none')}</Empty>
          ) : (
            <ul className="list-places">
              {below.map((one) => (
                <li key={one.code}>
                  <button type="button" className="w-link" onClick={() => lookAt(account.id, one.code)}>
                    {shortName(one.name)}
                  </button>
                  {one.dwellings ? (
                    <span className="quiet small">
                      {t('choose.door', { count: one.dwellings, shown: formatNumber(one.dwellings) })}
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  )
}
