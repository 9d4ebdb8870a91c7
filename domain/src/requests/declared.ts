import type { RequestKind } from '../kinds/request/request.ts'
import { errand } from './errand.kind.ts'

/** The kinds of request that this subject declares, in the order of the menu. */
export const declared: readonly RequestKind[] = [errand]
