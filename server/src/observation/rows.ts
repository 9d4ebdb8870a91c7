import { shanghaiDay } from '@wangdi/domain/day.ts'
import type { EpisodeRow, SlotState } from '@wangdi/domain/observation/episode.ts'
import type { Reading } from '@wangdi/domain/observation/observation.ts'
import { dayOf, type JudgedSlot, judgeSlots, stateOf } from '@wangdi/domain/observation/slots.rules.ts'
import type { Instant } from '@wangdi/domain/schema.ts'
import { kindWords } from '@wangdi/policy/engine/packs.ts'
import { subjectOfKind } from '@wangdi/policy/engine/term.ts'
import type { Static } from 'typebox'
import { getPacks } from '../platform/packs.ts'
import type { KeptEpisode } from './episode.queries.ts'

/** A slot as it travels. */
export const slotRow = ({ day, half, due_at, state, temperature, symptoms }: JudgedSlot): Static<typeof SlotState> => ({
  day,
  half,
  due_at,
  state,
  temperature,
  symptoms,
})

/** A stay as lists show it, computed from its order and its readings. */
export function episodeRow(kept: KeptEpisode, readings: readonly Reading[], now: Instant): Static<typeof EpisodeRow> {
  const { episode } = kept
  const today = shanghaiDay(now)
  const slots = judgeSlots(episode, readings, now)
  const state = stateOf(episode, now)
  const at = state === 'running' ? dayOf(episode, today) : undefined
  const [first] = episode.phases
  return {
    ...episode,
    kind_words: kindWords(getPacks(), episode.kind),
    subject: kept.subject ?? subjectOfKind(getPacks(), episode.kind),
    name: kept.name,
    age: kept.age,
    door: kept.door,
    state,
    where: (at?.where ?? first?.where) || null,
    day: at?.n ?? null,
    days: dayOf(episode, episode.last_day)?.of ?? 0,
    today: slots.filter(({ day }) => day === today).map(slotRow),
    missing: slots.filter((slot) => slot.state === 'missing').length,
    alerts: kept.alerts,
    notice_delivered: kept.delivered,
    test_today: at !== undefined && episode.phases.some(({ tests }) => tests.includes(today)),
  }
}
