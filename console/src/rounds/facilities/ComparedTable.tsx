import { shortName } from '@wangdi/domain/places/places.ts'
import type { ComparedFacility } from '@wangdi/domain/rounds/facilities/facilities.api.ts'
import { facilityStates } from '@wangdi/policy/facilities.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

type Row = Static<typeof ComparedFacility>

/** Why a facility stands here: the rules that ask another state, the limit that it crosses, or that nothing in force asks it. */
function Ground({ row: { rules, beyond, standing } }: { row: Row }) {
  const { t } = useTranslation('facilities')
  const say = useSaying()
  const where = (source: { document: string; section: string } | null) => source && `（${source.document} ${source.section}）`
  return (
    <>
      {rules.map(({ id, pack, text, source, tier }) => (
        <p key={`${pack} ${id}`}>
          {tier && t('tier', { tier: say(tier) })}
          {say(text)}
          <small className="quiet">{where(source)}</small>
        </p>
      ))}
      {rules.length === 0 && <p>{t(standing === 'undecided' ? 'undecided' : 'noRule')}</p>}
      {beyond && (
        <p>
          {say(beyond.limit)}
          <small className="quiet">{where(beyond.source)}</small>
        </p>
      )}
    </>
  )
}

/** Facilities beside what the rules in force ask of them, a row each; whoever may set a state does so from here. */
export function ComparedTable({
  rows,
  isBelow,
  onSet,
}: {
  rows: readonly Row[]
  /** Of several places: each row says which. */
  isBelow: boolean
  onSet: (row: Row) => void
}) {
  const { t } = useTranslation('facilities')
  const say = useSaying()
  const { access } = useSession()
  const today = dayOf(useNow())
  const sets = 'rounds.facility.set-state' in access
  return (
    <table className="list-table stack">
      <thead>
        <tr>
          <th>{t('name')}</th>
          {isBelow && <th>{t('place')}</th>}
          <th>{t('now')}</th>
          <th>{t('proposed')}</th>
          <th>{t('why')}</th>
          {sets && <th>{t('set')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.title}</td>
            {isBelow && <td data-label={t('place')}>{shortName(row.place_name ?? row.community)}</td>}
            <td data-label={t('now')}>
              {say(facilityStates[row.own])}
              {row.own_since && <small className="quiet"> {formatDay(row.own_since, today)}</small>}
              {row.basis && <p className="quiet">{row.basis}</p>}
            </td>
            <td data-label={t('proposed')}>{row.proposed ? say(facilityStates[row.proposed]) : t('nothing')}</td>
            <td data-label={t('why')}>
              <Ground row={row} />
            </td>
            {sets && (
              <td>
                <Button size="small" onClick={() => onSet(row)}>
                  {t('set')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
