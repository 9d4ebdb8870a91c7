import { withVersion } from '@wangdi/domain/documents/packs.rules.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { copyOf } from '@wangdi/policy/templates/copying.ts'
import { beginWith, idForNew, templates } from '@wangdi/policy/templates/templates.ts'
import type { Texts } from '../keeping/local-copy.ts'
import type { Begun } from './BeginForm.tsx'

/** A published version from which a draft begins. */
interface Before extends Texts {
  readonly subject: string | null
  readonly newest: number
}

/** The texts a draft begins with: a template with what is known filled in, the next version of a pack, or a copy under names of its own. */
export function begunText(begun: Begun, others: readonly Pack[], day: string, before: Before | undefined): Texts {
  const taken = others.map(({ id }) => id)
  const place = begun.new
  if (before) {
    if (!begun.copy) return { body: withVersion(before.body, before.newest + 1), cases: before.cases }
    const id = idForNew({ subject: before.subject ?? 'law', place, from: day }, taken)
    return { body: copyOf(before.body, { id, place, from: day }), cases: '' }
  }
  const template = templates.find(({ id }) => id === begun.template)
  const known = { subject: begun.subject ?? 'new-disease', place, from: day }
  return { body: template ? beginWith(template, { ...known, id: idForNew(known, taken) }) : '', cases: '' }
}
