import type { AgeGroup, KeyGroup } from '@wangdi/domain/people/key-group.ts'

/** What is listed: an age group, a mark, or all clients of civil affairs. */
export type Group = KeyGroup | AgeGroup | 'civil-affairs' | 'all'
