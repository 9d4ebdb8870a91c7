import { lazy, Suspense, useEffect, useRef } from 'react'
import { BeginKeys, OpenOfDoor } from '../kinds/Entrances.tsx'
import { BuildingsPage } from '../places/BuildingsPage.tsx'
import { DoorPage } from '../places/DoorPage.tsx'
import { ReadingPage } from '../observation/ReadingPage.tsx'
import { VisitPage } from '../rounds/VisitPage.tsx'
import { TodayPage } from '../today/TodayPage.tsx'
import { carriedBy, usePhone } from './phone.ts'
import { useRoute } from './route.ts'

// Pages that are not needed for the first screen come right after it, so that all are here before the network goes.
const later = {
  arrival: () => import('../people/ArrivalPage.tsx'),
  high: () => import('../observation/HighPage.tsx'),
  asked: () => import('../kinds/ListPage.tsx'),
  one: () => import('../kinds/OnePage.tsx'),
  begin: () => import('../kinds/BeginPage.tsx'),
  turn: () => import('../kinds/TurnPage.tsx'),
  look: () => import('../kinds/LookPage.tsx'),
  papers: () => import('../kinds/papers/PapersPage.tsx'),
  paper: () => import('../kinds/papers/PaperPage.tsx'),
  mine: () => import('./MePage.tsx'),
  records: () => import('../records/RecordsPage.tsx'),
  round: () => import('../rounds/RoundPage.tsx'),
}
const ArrivalPage = lazy(async () => ({ default: (await later.arrival()).ArrivalPage }))
const HighPage = lazy(async () => ({ default: (await later.high()).HighPage }))
const ListPage = lazy(async () => ({ default: (await later.asked()).ListPage }))
const OnePage = lazy(async () => ({ default: (await later.one()).OnePage }))
const BeginPage = lazy(async () => ({ default: (await later.begin()).BeginPage }))
const TurnPage = lazy(async () => ({ default: (await later.turn()).TurnPage }))
const LookPage = lazy(async () => ({ default: (await later.look()).LookPage }))
const PapersPage = lazy(async () => ({ default: (await later.papers()).PapersPage }))
const PaperPage = lazy(async () => ({ default: (await later.paper()).PaperPage }))
const MePage = lazy(async () => ({ default: (await later.mine()).MePage }))
const RecordsPage = lazy(async () => ({ default: (await later.records()).RecordsPage }))
const RoundPage = lazy(async () => ({ default: (await later.round()).RoundPage }))

/** The page that the address names. */
export function Pages() {
  useEffect(() => {
    for (const page of Object.values(later)) page().catch(() => {})
  }, [])
  return (
    <Suspense fallback={null}>
      <Page />
    </Suspense>
  )
}

/** Gives the focus that went with the page before to the heading of the new one, so that a screen reader says where one is. */
function useHeadingFocus(path: string): void {
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    const heading = document.querySelector('h1')
    if (!heading || document.activeElement !== document.body) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [path])
}

function Page() {
  const { page, id, asked } = useRoute()
  const hasDoors = carriedBy(usePhone().me).doors
  useHeadingFocus(`${page}/${id}`)
  switch (page) {
    case 'buildings':
      return <BuildingsPage />
    case 'doors':
      return (
        <DoorPage
          key={id}
          dwelling={id}
          keys={[<OpenOfDoor key="open" dwelling={id} />, <BeginKeys key="begin" dwelling={id} />]}
        />
      )
    case 'visit':
      return (
        <VisitPage
          key={`${id} ${asked.get('replaces')}`}
          dwelling={id}
          round={asked.get('round')}
          replaces={asked.get('replaces')}
        />
      )
    case 'reading':
      return <ReadingPage key={id} dwelling={id} person={asked.get('person')} />
    case 'high':
      return <HighPage key={id} reading={id} />
    case 'round':
      return <RoundPage key={id} id={id} />
    case 'arrival':
      return <ArrivalPage />
    case 'records':
      return <RecordsPage />
    case 'mine':
      return <MePage />
    case 'given':
    case 'asked':
      return <ListPage isHome={page === 'given' && !hasDoors} />
    case 'one':
      return <OnePage key={id} id={id} />
    case 'ask':
      return <BeginPage key={`${id} ${asked.get('door')}`} name={id} dwelling={asked.get('door') ?? ''} />
    case 'turn':
      return <TurnPage key={id} name={id} />
    case 'look':
      return <LookPage key={`${id} ${asked.get('thing')}`} name={id} thing={asked.get('thing') ?? ''} />
    case 'papers':
      return <PapersPage />
    case 'paper':
      return <PaperPage key={id} id={id} />
    default:
      return hasDoors ? <TodayPage /> : <ListPage isHome />
  }
}
