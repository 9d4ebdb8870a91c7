import { doorText } from '@wangdi/domain/places/door-plate.ts'
import type { PileItem } from '@wangdi/domain/people/pile/pile.api.ts'
import { useTranslation } from 'react-i18next'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'

type Side = PileItem['person']
const fields = ['name', 'sex', 'born', 'document', 'phone', 'door'] as const

/** Two records as two columns; what differs is set off in weight and word. For an address the second column is the roster's. */
export function Sides({ item }: { item: PileItem }) {
  const { t } = useTranslation('pile')
  const second: Side = item.other ?? { ...item.person, door: item.door ?? doorText(null) }
  const shown = (side: Side, field: (typeof fields)[number]) => {
    if (field === 'sex') return side.sex ? t(side.sex) : '—'
    if (field === 'door') return side.door || t('noDoor')
    return side[field] ?? '—'
  }
  return (
    <div className="list-scroll">
      <table className="pile-sides">
        <thead>
          <tr>
            <th>
              <span className="only-read">{t('field')}</span>
            </th>
            <th>{t('one')}</th>
            <th>{item.other ? t('other') : t('second')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const [one, other] = [shown(item.person, field), shown(second, field)]
            const differs = one !== other
            return (
              <tr key={field} className={differs ? 'differs' : undefined}>
                <th scope="row">{t(field)}</th>
                <td>{field === 'name' ? <PersonLink person={item.person.id} name={one} /> : one}</td>
                <td>
                  {field === 'name' ? <PersonLink person={second.id} name={other} /> : other}{' '}
                  {differs && <span className="small">{t('differs')}</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
