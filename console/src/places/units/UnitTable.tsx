import { type Unit, unitKinds } from '@wangdi/domain/places/units/unit.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

/** Units with whom to call; those who may change them get the ways to. */
export function UnitTable({
  units,
  onVisit,
  onChange,
  onEnd,
}: {
  units: readonly Unit[]
  onVisit: (unit: Unit) => void
  onChange: ((unit: Unit) => void) | undefined
  onEnd: ((unit: Unit) => void) | undefined
}) {
  const { t } = useTranslation('units')
  const say = useSaying()
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('name')}</th>
            <th>{t('address')}</th>
            <th className="figure">{t('headcount')}</th>
            <th>{t('contact')}</th>
            <th>{t('phone')}</th>
            <th>{t('act')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.id}>
              <td>
                <Tag>{say(unitKinds[unit.kind as keyof typeof unitKinds])}</Tag> <span className="list-name">{unit.name}</span>
              </td>
              <td data-label={t('address')}>{unit.address || '—'}</td>
              <td className="figure" data-label={t('headcount')}>
                {unit.headcount === null ? <span className="quiet">{t('notAsked')}</span> : formatNumber(unit.headcount)}
              </td>
              <td data-label={t('contact')}>{unit.contact || '—'}</td>
              <td className="nowrap" data-label={t('phone')}>
                {unit.phone ? <a href={`tel:${unit.phone}`}>{unit.phone}</a> : '—'}
              </td>
              <td className="nowrap">
                <button type="button" className="w-link" onClick={() => onVisit(unit)}>
                  {t('visit')}
                </button>
                {onChange && onEnd && (
                  <>
                    {' '}
                    <button type="button" className="w-link" onClick={() => onChange(unit)}>
                      {t('change')}
                    </button>{' '}
                    <button type="button" className="w-link" onClick={() => onEnd(unit)}>
                      {t('end')}
                    </button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
