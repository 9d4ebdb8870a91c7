import { addDays } from '@wangdi/domain/day.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { fieldsOfVersion } from '@wangdi/domain/kinds/document/document.rules.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { RecordForm } from '../form/RecordForm.tsx'

// What a version changes is said anew each time; the day of the next look is proposed, and may be another.
function begunWith({ changed = '', reviewOn, reviewDays = 365 }: DocumentKind, before: Values, today: Day): Values {
  const { [changed]: _, ...rest } = before
  return reviewOn === undefined ? rest : { ...rest, [reviewOn]: addDays(today, reviewDays) }
}

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
  const today = dayOf(useNow())
  const { kind } = form
  const version = known?.version ?? 1
  const isApproved = kind.acts.includes('approve')
  return (
    <RecordForm
      {...form}
      known={known}
      fields={fieldsOfVersion(kind, version)}
      begun={begunWith(kind, known?.fields ?? {}, today)}
      hidden={known && kind.alike ? [kind.title, ...kind.alike] : []}
      more={{ place: form.place, version }}
      title={t(known ? 'nextOf' : 'newOf', { what: say(kind.words) })}
      save={t(isApproved ? 'save' : 'ui:save')}
      lead={isApproved && t('lead')}
    />
  )
}
