import { groupOf, type RequestKindName } from '@wangdi/domain/requests/kinds.ts'
import { officeFor, standing } from '@wangdi/domain/requests/requests.rules.ts'
import { readTree } from '@wangdi/domain/places/places.api.ts'
import { daysBetween } from '@wangdi/domain/day.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'

/** Who will handle it and how long that may take. */
export function OfficeLine({ kind, against }: { kind: RequestKindName; against: string }) {
  const { t } = useTranslation('requests')
  const { places } = useSession()
  const office = officeFor(kind, against)
  const known = places.find(({ code }) => code === office)?.name
  const { data } = useQuery({ ...ask(readTree, { place: office }), enabled: known === undefined, retry: false })
  const today = dayOf(useNow())
  const due = standing(kind, [{ kind: 'taken', result: null, day: today }], today).due_on ?? today
  const said = { name: known ?? data?.place.name ?? office, count: daysBetween(today, due) }
  return <p className="requests-office">{t(groupOf(kind) === 'data' ? 'form.officeOwn' : 'form.office', said)}</p>
}
