import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { RecordForm } from '../form/RecordForm.tsx'

/** Adds a thing to a register, or changes what is said of one. */
export default function ThingForm({
  known,
  ...form
}: {
  kind: RegisterKind
  endpoint: Endpoint
  known?: { readonly id: string; readonly fields: Values; readonly last_at: string }
  place: string
  onClose: () => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  return (
    <RecordForm
      {...form}
      known={known}
      more={known ? { last_at: known.last_at } : { place: form.place }}
      title={t(known ? 'thing.change' : 'thing.new', { what: say(form.kind.words) })}
      save={t('ui:save')}
    />
  )
}
