import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { RecordForm } from '../form/RecordForm.tsx'

/** Writes a document, or the next version of one, which begins with what the version before says. */
export default function PaperForm({
  known,
  ...form
}: {
  kind: DocumentKind
  endpoint: Endpoint
  known?: { readonly id: string; readonly fields: Values; readonly version: number }
  place: string
  onClose: () => void
}) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const isApproved = form.kind.acts.includes('approve')
  return (
    <RecordForm
      {...form}
      known={known}
      more={{ place: form.place, version: known?.version ?? 1 }}
      title={t(known ? 'nextOf' : 'newOf', { what: say(form.kind.words) })}
      save={t(isApproved ? 'save' : 'ui:save')}
      lead={isApproved && t('lead')}
    />
  )
}
