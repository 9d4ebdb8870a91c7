import type { getPerson } from '@wangdi/domain/people/people.api.ts'
import type { Static } from 'typebox'

/** A person as the record holds them. */
export type Person = Static<typeof getPerson.reply>
