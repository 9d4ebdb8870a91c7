import type { AskedSample, LookSample, PaperSample, ThingSample } from '../sample.ts'
import { findings, rounds as looks } from './environment.ts'
import { papersOf } from './papers.ts'
import { rights } from './rights.ts'
import { services } from './services.ts'
import { registers } from './things.ts'
import { around, asking } from './together.ts'
import { units } from './units.ts'

/** Every sample of a request. */
export const askedSamples: readonly AskedSample[] = [...services, ...rights, ...findings, ...asking]
/** Every sample of a register. */
export const thingSamples: readonly ThingSample[] = [...registers, ...around, units]
/** Every sample of a round. */
export const lookSamples: readonly LookSample[] = looks
/** Every sample of a document. */
export const paperSamples: readonly PaperSample[] = papersOf
