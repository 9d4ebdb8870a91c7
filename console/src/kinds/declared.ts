import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { declared as ofRequests } from '@wangdi/domain/requests/declared.ts'
import { declared as ofRounds } from '@wangdi/domain/rounds/declared.ts'

/** Every kind that has pages here, in the order of the subjects. */
export const declared: readonly Kind[] = [...ofRounds, ...ofRequests]
