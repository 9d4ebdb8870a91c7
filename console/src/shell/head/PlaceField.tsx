import { readTree } from '@wangdi/domain/places/places.api.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { place as placeIcon, unfold } from '@wangdi/ui/marks/icons.ts'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { cutAncestry } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../call.ts'
import { useLeave } from '../leaving/LeaveQuestion.tsx'
import { lookAt, useLookedAt } from '../looked-at.ts'
import { useSession } from '../session.ts'
import { usePopup } from './use-popup.ts'

const communityDigits = 12

/** The place that the pages show behind what it lies in; above the community it can be changed to any place within the own. */
export function PlaceField() {
  const { t } = useTranslation('shell')
  const { places, account, access } = useSession()
  const shown = useLookedAt()
  const [open, setOpen] = useState(false)
  const box = usePopup<HTMLDivElement>(open, () => setOpen(false))
  const { leave, question } = useLeave()
  const far = shown !== account.place
  const { data } = useQuery({ ...ask(readTree, { place: shown }), enabled: far })
  const row = far && data ? [...data.ancestors, data.place] : places
  const names = row.filter(({ code }) => code !== '').map(({ name }) => shortName(name))
  const own = names.at(-1) ?? t('nation')
  const above = cutAncestry(names.length > 2 ? names.slice(1, -1) : names.slice(0, -1), 3)
  const inside = (
    <>
      <Icon of={placeIcon} />
      {above.length > 0 && <span className="above">{above.join(' · ')}</span>}
      <span className="own">{own}</span>
    </>
  )
  if (account.place.length === communityDigits || !('places.tree' in access)) {
    return (
      <span className="head-place" title={names.join(' · ')}>
        {inside}
      </span>
    )
  }
  return (
    <div className="head-place-box" ref={box}>
      <button type="button" className="head-place" title={names.join(' · ')} aria-expanded={open} onClick={() => setOpen(!open)}>
        {inside}
        <Icon of={unfold} size={12} />
      </button>
      {open && <Choice shown={shown} onGo={(code) => leave(() => lookAt(account.id, code))} onDone={() => setOpen(false)} />}
      {question}
    </div>
  )
}

/** The way up and the places directly below, to go one level at a time. */
function Choice({ shown, onGo, onDone }: { shown: string; onGo: (code: string) => void; onDone: () => void }) {
  const { t } = useTranslation('shell')
  const { account } = useSession()
  const { data, error } = useQuery(ask(readTree, { place: shown }))
  const [typed, setTyped] = useState('')
  const sought = typed.trim()
  // Sought is everywhere within the own place, not only directly below the one that is open.
  const search = useQuery({
    ...ask(readTree, { place: account.place, find: sought }),
    enabled: sought !== '',
    placeholderData: keepPreviousData,
  })
  if (error) return <div className="head-place-choice">{<ErrorLine problem={error} />}</div>
  if (!data) return <div className="head-place-choice">{<Skeleton rows={4} height={32} />}</div>
  const up = data.ancestors.filter(({ code }) => code.startsWith(account.place))
  const go = (code: string) => {
    onGo(code)
    setTyped('')
    if (code.length === communityDigits) onDone()
  }
  const found = sought === '' ? undefined : search.data?.found
  const listed = found ?? (sought === '' ? data.below.map((one) => ({ ...one, within: [] as string[] })) : [])
  return (
    <div className="head-place-choice">
      <p>
        {up.map(({ code, name }) => (
          <button key={code} type="button" className="w-link" onClick={() => go(code)}>
            {name || t('nation')} ›
          </button>
        ))}
        <b>{data.place.name || t('nation')}</b>
      </p>
      <input
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-label={t('placeFind')}
        placeholder={t('placeFind')}
      />
      {search.error ? <ErrorLine problem={search.error} /> : null}
      <ul>
        {listed.map(({ code, name, within }) => (
          <li key={code}>
            <button type="button" onClick={() => go(code)}>
              {shortName(name)} {within.length > 0 && <small className="quiet">{within.map(shortName).join(' · ')}</small>}
            </button>
          </li>
        ))}
      </ul>
      {listed.length === 0 && (sought === '' || found) && (
        <p className="quiet small">{t(sought === '' ? 'placeNone' : 'placeNotFound')}</p>
      )}
    </div>
  )
}
