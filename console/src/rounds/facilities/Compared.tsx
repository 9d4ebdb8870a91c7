import { wordsFor } from '@wangdi/domain/counted/units.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import {
  type ComparedFacility,
  compareFacilities,
  comparedUnit,
  type FacilityPart,
  facilityParts,
} from '@wangdi/domain/rounds/facilities/facilities.api.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { ListFilters } from '../../kinds/list/ListFilters.tsx'
import { ThingActForm } from '../../kinds/register/ThingActForm.tsx'
import { Asked } from '../../lists/Asked.tsx'
import { Pager, pageSize } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { ComparedTable } from './ComparedTable.tsx'

type Row = Static<typeof ComparedFacility>
const setState = registerVerbs(facility).acts['set-state']

// What the rules in force ask, on the ground that they give; a person may say another, and other words.
const proposedOf = ({ proposed, rules: [rule] }: Row) => ({
  state: proposed ?? 'open',
  basis: rule ? `${rule.source.document} ${rule.source.section}`.slice(0, 200) : '',
})

/** How many facilities stand otherwise than the rules in force ask; each figure opens those, and a named person sets what is to be. */
export function Compared({ place }: { place: string }) {
  const { t } = useTranslation('facilities')
  const say = useSaying()
  const [part, setPart] = useState<FacilityPart>()
  const [page, setPage] = usePage(place, part)
  const [setting, setSetting] = useState<Row>()
  const asked = ask(compareFacilities, { place, page, size: part ? pageSize : 1, ...(part && { part }) })
  // Under the name of its register, so that it is asked again after each act on one of them.
  const answer = useQuery({
    ...asked,
    queryKey: [`${facility.name}.compared`, asked.queryKey[1]],
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <Asked answer={answer} rows={1}>
        {({ counts, total, rows }) => {
          const shown = facilityParts.filter((one) => one === part || counts[one] > 0)
          // Of no facility at all there is nothing to compare.
          if (shown.length === 0 && total === 0) return null
          return (
            <section className="card" aria-label={t('compared')}>
              {shown.length === 0 ? (
                <p className="quiet">{t('fits')}</p>
              ) : (
                <ListFilters<FacilityPart | 'none'>
                  list="facilities"
                  chips={shown.map((one) => ({ show: one, label: t(`part.${one}`, { n: counts[one] }), n: counts[one] }))}
                  show={part ?? 'none'}
                  onShow={(one) => {
                    setPart(one === part || one === 'none' ? undefined : one)
                  }}
                />
              )}
              {part && (
                <>
                  {rows.length > 0 && <ComparedTable rows={rows} isBelow={place.length < 12} onSet={setSetting} />}
                  <Pager
                    page={page}
                    total={total}
                    rows={`facilities-${part}`}
                    unit={(count) => say(wordsFor(comparedUnit, count))}
                    order={t('order')}
                    onPage={setPage}
                  />
                </>
              )}
            </section>
          )
        }}
      </Asked>
      {setting && setState && (
        <ThingActForm
          kind={facility}
          act="set-state"
          endpoint={setState}
          seen={{ id: setting.id, last_at: '' }}
          preset={proposedOf(setting)}
          onClose={() => setSetting(undefined)}
        />
      )}
    </>
  )
}
