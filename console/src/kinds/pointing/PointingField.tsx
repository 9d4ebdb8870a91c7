import type { Field } from '@wangdi/domain/kinds/fields.ts'
import type { PointingType } from '@wangdi/domain/kinds/pointing/pointers.ts'
import { chooseOf } from '@wangdi/domain/kinds/pointing/choose.api.ts'
import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { roles } from '@wangdi/domain/roles.ts'
import { listColleagues } from '@wangdi/domain/staff/accounts/account.api.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DoorField } from '../../people/door/DoorField.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { useAim, useNames } from './aim.ts'
import { Chosen, useTyped } from './Chosen.tsx'
import { treeOf } from './tree.ts'

/** What each of these fields is given. */
interface Pointing {
  readonly id: string
  readonly field: Field
  readonly value: unknown
  onChange(value: string | undefined): void
}

const fields: Readonly<Record<PointingType, (props: Pointing) => ReactNode>> = {
  person: PersonField,
  dwelling: DwellingField,
  place: PlaceField,
  staff: StaffField,
  thing: RecordField,
  link: RecordField,
}

/** A field whose value points at something on record, chosen by its name, never typed. */
export function PointingField({ type, ...props }: Pointing & { type: PointingType }) {
  const One = fields[type]
  return <One {...props} />
}

/** A resident by name, initials or last digits; where the form is about a door, those behind it are offered first. */
function PersonField({ id, value, onChange }: Pointing) {
  const { t } = useTranslation('kinds')
  const { access } = useSession()
  const { place, dwelling } = useAim()
  const [text, onType] = useTyped()
  const mayLook = searchPeople.name in access
  const found = useQuery({
    ...ask(searchPeople, { place, size: 20, ...(text ? { text } : dwelling ? { dwelling } : {}) }),
    enabled: mayLook && (text !== '' || dwelling !== undefined),
    placeholderData: keepPreviousData,
  })
  if (!mayLook) return <p className="quiet">{t('point.noPeople')}</p>
  const { rows = [], total = 0 } = text === '' && dwelling === undefined ? {} : (found.data ?? {})
  return (
    <Chosen
      {...{ id, value, onType, onChange }}
      rows={rows.map((row) => ({ id: row.id, words: [row.name, row.door].filter(Boolean).join(' · ') }))}
      more={total > rows.length}
      isAsking={found.isFetching}
      hint={t('point.person')}
    />
  )
}

/** A door by its plate, in the community that the form is about. */
function DwellingField({ value, onChange }: Pointing) {
  const { t } = useTranslation('kinds')
  const { place } = useAim()
  const names = useNames()
  const [changing, setChanging] = useState(false)
  if (place.length < 12) return <p className="quiet">{t('form.needCommunity')}</p>
  const kept = typeof value === 'string' && !changing ? names[value] : undefined
  return (
    <>
      {kept && <p>{kept}</p>}
      <DoorField
        community={place}
        value={typeof value === 'string' && !kept ? value : undefined}
        onChange={(door) => {
          setChanging(true)
          onChange(door)
        }}
      />
    </>
  )
}

/** A place of the own area, in the tree of places. */
function PlaceField({ id, value, onChange }: Pointing) {
  const { t } = useTranslation('kinds')
  const { places } = useSession()
  return (
    <TreeSelect
      id={id}
      showSearch
      allowClear
      treeDefaultExpandAll
      treeNodeFilterProp="title"
      placeholder={t('point.place')}
      treeData={treeOf(places)}
      value={typeof value === 'string' ? value : null}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)}
    />
  )
}

/** A colleague of the place, by name and role. */
function StaffField({ id, value, onChange }: Pointing) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const { place } = useAim()
  const [text, onType] = useTyped()
  const { data, isFetching } = useQuery({ ...ask(listColleagues, {}), staleTime: 300_000 })
  const rows = (data?.colleagues ?? [])
    .filter((one) => one.place === place)
    .map((one) => ({ id: one.id, words: `${one.name} · ${say(roles[one.role as keyof typeof roles])}` }))
  return (
    <Chosen
      {...{ id, value, onType, onChange }}
      rows={rows.filter(({ words }) => words.includes(text))}
      isAsking={isFetching}
      hint={t('point.staff')}
    />
  )
}

/** Something of a register, a request or a paper, by what it is called. */
function RecordField({ id, field, value, onChange }: Pointing) {
  const { t } = useTranslation('kinds')
  const { access } = useSession()
  const { place } = useAim()
  const [text, onType] = useTyped()
  const kind = field.of ?? ''
  const mayLook = `${kind}.see` in access && chooseOf.name in access
  const found = useQuery({
    ...ask(chooseOf, { place, kind, ...(text && { text }) }),
    enabled: mayLook,
    placeholderData: keepPreviousData,
  })
  if (!mayLook) return <p className="quiet">{t('point.notShown')}</p>
  return (
    <Chosen
      {...{ id, value, onType, onChange }}
      rows={found.data?.rows ?? []}
      more={found.data?.more ?? false}
      isAsking={found.isFetching}
      hint={t('point.record')}
    />
  )
}
