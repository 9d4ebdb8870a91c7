import { declared as ofDocuments } from './documents/declared.ts'
import type { Kind } from './kinds/declared/kind-faults.ts'
import { declared as ofRequests } from './requests/declared.ts'
import { declared as ofRounds } from './rounds/declared.ts'

/** Every kind of the house, in the order of the subjects and of the menu. */
export const declared: readonly Kind[] = [...ofDocuments, ...ofRounds, ...ofRequests]
