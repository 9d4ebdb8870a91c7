import { lazy, Suspense } from 'react'
import { BuildingsPage } from '../places/BuildingsPage.tsx'
import { DoorPage } from '../places/DoorPage.tsx'
import { ReadingPage } from '../observation/ReadingPage.tsx'
import { VisitPage } from '../rounds/VisitPage.tsx'
import { TodayPage } from '../today/TodayPage.tsx'
import { useRoute } from './route.ts'

// Pages that are not needed at the first door come after it; the service worker has them all.
const ArrivalPage = lazy(() => import('../people/ArrivalPage.tsx').then((page) => ({ default: page.ArrivalPage })))
const HighPage = lazy(() => import('../observation/HighPage.tsx').then((page) => ({ default: page.HighPage })))
const MePage = lazy(() => import('./MePage.tsx').then((page) => ({ default: page.MePage })))
const RecordsPage = lazy(() => import('../records/RecordsPage.tsx').then((page) => ({ default: page.RecordsPage })))
const RoundPage = lazy(() => import('../rounds/RoundPage.tsx').then((page) => ({ default: page.RoundPage })))

/** The page that the address names. */
export function Pages() {
  return (
    <Suspense fallback={null}>
      <Page />
    </Suspense>
  )
}

function Page() {
  const { page, id, asked } = useRoute()
  switch (page) {
    case 'buildings':
      return <BuildingsPage />
    case 'doors':
      return <DoorPage key={id} dwelling={id} />
    case 'visit':
      return <VisitPage key={id} dwelling={id} round={asked.get('round')} replaces={asked.get('replaces')} />
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
    default:
      return <TodayPage />
  }
}
