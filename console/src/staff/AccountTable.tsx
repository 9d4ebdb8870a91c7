import { shortName } from '@wangdi/domain/places/places.ts'
import { roles } from '@wangdi/domain/roles.ts'
import type { Account } from '@wangdi/domain/staff/account.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../shell/say.ts'

/** Accounts with role, place and duty phone; `narrow` leaves login and phone to the panel beside it. */
export function AccountTable({
  rows,
  selected,
  narrow,
  onOpen,
}: {
  rows: readonly Account[]
  selected: string | undefined
  narrow: boolean
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation('staff')
  const say = useSaying()
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('name')}</th>
            <th>{t('role')}</th>
            <th>{t('place')}</th>
            {!narrow && (
              <>
                <th>{t('login')}</th>
                <th>{t('phone')}</th>
              </>
            )}
            <th>{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.id === selected ? 'on' : undefined}>
              <td>
                <button
                  type="button"
                  className="w-link list-name"
                  aria-pressed={row.id === selected}
                  onClick={() => onOpen(row.id)}
                >
                  {row.name}
                </button>
              </td>
              <td className="nowrap">{say(roles[row.role as keyof typeof roles])}</td>
              <td data-label={t('place')}>{shortName(row.placeName)}</td>
              {!narrow && (
                <>
                  <td className="nowrap" data-label={t('login')}>
                    {row.login}
                  </td>
                  <td className="nowrap quiet" data-label={t('phone')}>
                    {row.phone ?? t('noPhone')}
                  </td>
                </>
              )}
              <td>{row.active ? <span className="quiet">{t('active')}</span> : <Tag tone="not">{t('off')}</Tag>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
