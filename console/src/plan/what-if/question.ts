import type { askWhatIf } from '@wangdi/domain/plan/what-if/what-if.api.ts'
import type { Static } from 'typebox'

/** A question as it is asked, without the place. */
export type Question = Omit<Static<typeof askWhatIf.input>, 'place'>
