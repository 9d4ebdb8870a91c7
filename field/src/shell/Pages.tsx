import { ArrivalPage } from '../people/ArrivalPage.tsx'
import { BuildingsPage } from '../places/BuildingsPage.tsx'
import { DoorPage } from '../places/DoorPage.tsx'
import { ReadingPage } from '../observation/ReadingPage.tsx'
import { HighPage } from '../observation/HighPage.tsx'
import { RecordsPage } from '../records/RecordsPage.tsx'
import { RoundPage } from '../rounds/RoundPage.tsx'
import { VisitPage } from '../rounds/VisitPage.tsx'
import { TodayPage } from '../today/TodayPage.tsx'
import { MePage } from './MePage.tsx'
import { useRoute } from './route.ts'

/** The page that the address names. */
export function Pages() {
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
