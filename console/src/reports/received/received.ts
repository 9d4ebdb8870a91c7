import type { readRollUp } from '@wangdi/domain/reports/reports.api.ts'
import type { Static } from 'typebox'

/** What came in at a place and below, as the server answers. */
export type Received = Static<(typeof readRollUp)['reply']>
