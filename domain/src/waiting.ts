import { waiting as documents } from './documents/waiting.ts'
import { waiting as observation } from './observation/waiting.ts'
import { waiting as plan } from './plan/waiting.ts'
import { waiting as regimes } from './regimes/waiting.ts'
import { waiting as reports } from './reports/waiting.ts'
import { waiting as requests } from './requests/waiting.ts'
import { waiting as rights } from './rights/waiting.ts'
import { waiting as rounds } from './rounds/waiting.ts'

/** All that waits for an office and is declared as no kind, by its name. */
export const waitings = { ...documents, ...regimes, ...rounds, ...observation, ...requests, ...reports, ...plan, ...rights }
export type WaitingName = keyof typeof waitings
