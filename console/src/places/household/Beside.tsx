import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { down, up } from '@wangdi/ui/marks/icons.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../lists/ways/keys.ts'
import { lookAt } from '../../shell/looked-at.ts'
import { useSession } from '../../shell/session.ts'
import type { Household } from './parts/Responsible.tsx'

/** The doors to either side, by button and by key: ← and K the one before, → and J the one after; at the end there is none. */
export function Beside({ home }: { home: Household }) {
  const { t } = useTranslation('household')
  const navigate = useNavigate()
  const { before, after } = home
  const go = (to: Household['before']) =>
    to ? () => void navigate({ to: '/households/$dwelling' as string, params: { dwelling: to.dwelling } as never }) : undefined
  useKeys({ ArrowLeft: go(before), k: go(before), ArrowRight: go(after), j: go(after) })
  return (
    <>
      {before && <Way to={before} drawing={up} keys="ArrowLeft K" name={t('before', { door: before.door })} />}
      {after && <Way to={after} drawing={down} keys="ArrowRight J" name={t('after', { door: after.door })} />}
    </>
  )
}

/** 楼栋图: the picture in which this door stands, with the door opened; none where it stands in no picture. */
export function InPicture({ home: { dwelling, community, building, group } }: { home: Household }) {
  const { t } = useTranslation('household')
  const { access, account } = useSession()
  const where =
    building !== null && 'plan.building-view' in access
      ? ({ to: '/buildings', search: { building, door: dwelling }, name: t('building') } as const)
      : group !== null && 'plan.village-view' in access
        ? ({ to: '/village', search: { group, door: dwelling }, name: t('village') } as const)
        : undefined
  if (!where) return null
  return (
    <Link
      className="household-beside nowrap"
      to={where.to as string}
      search={where.search as never}
      onClick={() => lookAt(account.id, community)}
    >
      {where.name}
    </Link>
  )
}

function Way({
  to,
  drawing,
  keys,
  name,
}: {
  to: NonNullable<Household['before']>
  drawing: typeof up
  keys: string
  name: string
}) {
  return (
    <Link
      className="household-beside nowrap"
      to={'/households/$dwelling' as string}
      params={{ dwelling: to.dwelling } as never}
      aria-label={name}
      aria-keyshortcuts={keys}
      title={name}
    >
      <Icon of={drawing} size={14} /> {to.short}
    </Link>
  )
}
