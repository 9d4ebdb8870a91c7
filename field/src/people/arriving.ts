import { plainDocument } from '@wangdi/domain/people/plain/document-number.ts'
import { whyNotIdentityNumber } from '@wangdi/domain/people/identity-number.ts'
import { isPhone, plainPhone } from '@wangdi/domain/people/phone.ts'
import type { Day, Id } from '@wangdi/domain/schema.ts'
import { tidyText } from '@wangdi/domain/text/tidy-text.ts'

/** What is typed of somebody who came, as far as it is. */
export interface Arriving {
  readonly dwelling?: Id | undefined
  readonly name?: string
  readonly phone?: string
  readonly document?: string
  readonly origin?: string
  readonly arrived?: Day
  readonly transport?: string
  readonly companions?: string
  readonly reported?: string
  readonly note?: string
}

// The door is asked: a grid worker answers for doors, and the server takes no arrival of theirs without one.
const needed = ['dwelling', 'name', 'origin', 'arrived', 'reported'] as const

/** What is still missing, and what is typed wrongly; both empty when it may be kept. */
export function faultsOf(arriving: Arriving): {
  missing: readonly (typeof needed)[number][]
  wrong: 'wrongPhone' | 'wrongDocument' | undefined
} {
  const missing = needed.filter((field) => tidyText(arriving[field] ?? '', 'line') === '')
  const phone = plainPhone(arriving.phone ?? '')
  const document = plainDocument(arriving.document ?? '')
  const wrong =
    phone !== '' && !isPhone(phone)
      ? ('wrongPhone' as const)
      : document !== '' && whyNotIdentityNumber(document)
        ? ('wrongDocument' as const)
        : undefined
  return { missing, wrong }
}

/** What was typed as the input of `people.record-arrival`; what was not said is left out. */
export function saidOf(arriving: Arriving, made: { id: Id; person: Id; community: string; today: Day }): Record<string, unknown> {
  const phone = plainPhone(arriving.phone ?? '')
  const document = plainDocument(arriving.document ?? '')
  return {
    id: made.id,
    community: made.community,
    entered: {
      id: made.person,
      name: arriving.name?.trim() ?? '',
      ...(phone && { phone }),
      ...(document && { document, document_kind: 'identity-card' }),
      ...(arriving.dwelling && { dwelling: arriving.dwelling }),
    },
    ...(arriving.dwelling && { dwelling: arriving.dwelling }),
    state: 'arrived',
    origin: arriving.origin?.trim() ?? '',
    arrived_on: arriving.arrived ?? made.today,
    ...(arriving.transport && { transport: arriving.transport }),
    ...(arriving.companions !== undefined && { companions: Number(arriving.companions) }),
    reported_by: arriving.reported ?? 'community',
    ...(arriving.note?.trim() && { note: arriving.note.trim() }),
  }
}
