import { levelsOfTakers, rolesOfDoers } from '@wangdi/domain/access/doers.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { firstActOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { levelOf } from '@wangdi/domain/place-code.ts'
import { roles } from '@wangdi/domain/roles.ts'
import { listColleagues } from '@wangdi/domain/staff/accounts/account.api.ts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

/** Whom the first act of a kind hands it to, beside the office that follows from what it is about. */
export const whomOf = (kind: RequestKind): readonly ('doer' | 'other')[] =>
  (flowOf(kind.flow).acts[firstActOf(kind)]?.sets ?? []).filter((name) => name === 'doer' || name === 'other')

/** Who does it, of the colleagues of the place who may, and which place takes it over. */
export function WhomFields({
  kind,
  sets,
  value,
  isTried,
  onChange,
}: {
  kind: RequestKind
  sets: readonly ('doer' | 'other')[]
  value: Readonly<Record<string, string>>
  isTried: boolean
  onChange: (whom: Readonly<Record<string, string>>) => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const { places, account } = useSession()
  const doers = rolesOfDoers(kind)
  const { data } = useQuery({ ...ask(listColleagues, {}), enabled: sets.includes('doer') })
  const colleagues = (data?.colleagues ?? []).filter(
    ({ place, role }) => place === account.place && (doers as readonly string[]).includes(role),
  )
  const choices = {
    doer: colleagues.map(({ id, name, role }) => ({ value: id, label: `${name} · ${say(roles[role as keyof typeof roles])}` })),
    other: places
      .filter(({ code }) => levelsOfTakers(kind).includes(levelOf(code)))
      .map(({ code, name }) => ({ value: code, label: name })),
  }
  return sets.map((name) => (
    <div key={name} className="kinds-field">
      <label htmlFor={`begin-${name}`}>{t(`form.${name}`)}</label>
      <Select
        id={`begin-${name}`}
        showSearch
        optionFilterProp="label"
        options={choices[name]}
        value={value[name] ?? null}
        onChange={(chosen) => onChange({ ...value, [name]: chosen })}
      />
      {isTried && !value[name] && <p className="kinds-missing">{t('must')}</p>}
    </div>
  ))
}
