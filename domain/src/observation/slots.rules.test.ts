import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, shanghaiInstant } from '../day.ts'
import type { CheckRule, Episode } from './observation.ts'
import {
  abnormal,
  dayOf,
  dueReadings,
  judgeSlots,
  type Measured,
  retestFrom,
  slotOf,
  type SlotReading,
  slotsOf,
  stateOf,
  worstOf,
} from './slots.rules.ts'

const rule: CheckRule = {
  fever: 37.3,
  symptoms: [{ zh: '发热', en: 'fever' }],
  second_reading: 15,
  per_day: 2,
  split: '13:00',
  due_by: { morning: '12:00', evening: '20:00' },
  source: '',
}
const stay: Episode = {
  id: '01900000-0000-7000-8000-000000000001',
  person: '01900000-0000-7000-8000-000000000002',
  community: '410105001003',
  dwelling: null,
  kind: 'close-contact',
  number: '隔 1 号',
  issuer: '区疾控',
  decided_at: shanghaiInstant('2026-11-10', '09:00'),
  day_zero: '2026-11-10',
  phases: [{ where: 'home', from: '2026-11-10', until: '2026-11-17', tests: [] }],
  last_day: '2026-11-17',
  ended_at: null,
  rule,
}
const at = (day: string, time: string) => shanghaiInstant(day, time)
const read = (day: string, time: string, temperature: number | null, symptoms: string[] | null = []): SlotReading => ({
  taken_at: at(day, time),
  ...slotOf(at(day, time), rule),
  temperature,
  symptoms,
  not_measured: temperature === null ? 'not-home' : null,
})

describe('slots follow from order and rule', () => {
  test('two slots a day from the order to the last day, whatever was recorded [R-2020A-14]', () => {
    expect(slotsOf(stay, at('2026-11-12', '08:00')).map(({ day, half }) => `${day} ${half}`)).toEqual([
      '2026-11-10 morning',
      '2026-11-10 evening',
      '2026-11-11 morning',
      '2026-11-11 evening',
      '2026-11-12 morning',
    ])
    expect(slotsOf(stay, at('2026-12-30', '08:00'))).toHaveLength(16)
  })

  test('a slot that was due before the order was written is not asked', () => {
    const late = { ...stay, decided_at: at('2026-11-10', '18:00') }
    expect(slotsOf(late, at('2026-11-11', '00:30')).map(({ day, half }) => `${day} ${half}`)).toEqual([
      '2026-11-10 evening',
      '2026-11-11 morning',
    ])
  })

  test('a slot whose hour is the very moment of the order is not asked; one whose hour is the moment of the end is', () => {
    const asked = (more: Partial<Episode>) =>
      slotsOf({ ...stay, ...more }, at('2026-11-11', '00:00')).map(({ day, half }) => `${day} ${half}`)
    expect(asked({ decided_at: at('2026-11-10', '12:00') })).toEqual(['2026-11-10 evening', '2026-11-11 morning'])
    expect(asked({ ended_at: at('2026-11-10', '20:00') })).toEqual(['2026-11-10 morning', '2026-11-10 evening'])
  })

  test('a slot opens on the minute, and a reading of that minute belongs to it', () => {
    expect(slotsOf(stay, at('2026-11-10', '12:59'))).toHaveLength(1)
    expect(slotsOf(stay, at('2026-11-10', '13:00'))).toHaveLength(2)
    expect([slotOf(at('2026-11-10', '12:59'), rule).half, slotOf(at('2026-11-10', '13:00'), rule).half]).toEqual([
      'morning',
      'evening',
    ])
    expect(slotOf(at('2026-11-10', '18:00'), { ...rule, per_day: 1 }).half).toBe('morning')
  })

  test('days at a central site are not asked of the community, the monitoring after them is', () => {
    const phases: Episode['phases'] = [
      { where: 'central', from: '2026-11-10', until: '2026-11-14', tests: [] },
      { where: 'monitoring', from: '2026-11-15', until: '2026-11-17', tests: [] },
    ]
    const days = slotsOf({ ...stay, phases }, at('2026-11-30', '08:00')).map(({ day }) => day)
    expect([...new Set(days)]).toEqual(['2026-11-15', '2026-11-16', '2026-11-17'])
  })

  test('the end by county health stops the slots at that moment', () => {
    const ended = { ...stay, ended_at: at('2026-11-12', '15:00') }
    expect(slotsOf(ended, at('2026-11-30', '08:00')).at(-1)).toMatchObject({ day: '2026-11-12', half: 'morning' })
    expect(stateOf(ended, at('2026-11-12', '14:59'))).toBe('running')
    expect(stateOf(ended, at('2026-11-12', '15:00'))).toBe('ended')
  })

  test('a stay ends by itself at the 24:00 of its last day, and says day n of N [R-2020A-15]', () => {
    expect(stateOf(stay, at('2026-11-17', '23:59'))).toBe('running')
    expect(stateOf(stay, at('2026-11-18', '00:00'))).toBe('ended')
    expect(dayOf(stay, '2026-11-14')).toEqual({ n: 4, of: 7, where: 'home' })
    expect(dayOf(stay, '2026-11-18')).toBeUndefined()
  })
})

describe('readings of a slot', () => {
  test('the worst decides and the good second reading does not wipe out the high first [R-2020A-14]', () => {
    const [morning] = judgeSlots(
      stay,
      [read('2026-11-10', '10:00', 37.8), read('2026-11-10', '10:20', 36.6)],
      at('2026-11-10', '11:00'),
    )
    expect(morning).toMatchObject({ state: 'abnormal', temperature: 37.8 })
  })

  test('both sides of the threshold: 37.2 is not a fever, 37.3 is', () => {
    expect(abnormal({ temperature: 37.2, symptoms: [] }, rule)).toBe(false)
    expect(abnormal({ temperature: 37.3, symptoms: [] }, rule)).toBe(true)
    expect(abnormal({ temperature: 36.5, symptoms: ['咽痛'] }, rule)).toBe(true)
    expect(abnormal({ temperature: null, symptoms: null }, rule)).toBe(false)
  })

  test('nothing recorded is due until its hour, then missing; nobody home is not measured, and never a normal one', () => {
    const state = (now: string, readings: SlotReading[]) => judgeSlots(stay, readings, now)[0]
    expect(state(at('2026-11-10', '11:59'), [])).toMatchObject({ state: 'due', temperature: null })
    expect(state(at('2026-11-10', '12:00'), [])).toMatchObject({ state: 'due' })
    expect(state(at('2026-11-10', '12:01'), [])).toMatchObject({ state: 'missing', temperature: null })
    expect(state(at('2026-11-10', '12:01'), [read('2026-11-10', '10:00', null, null)])).toMatchObject({
      state: 'not-measured',
      temperature: null,
    })
  })

  test('the work list holds what is due, what is missing today and the second reading after a high one', () => {
    const own = [{ ...read('2026-11-12', '08:00', 37.9), observation: stay.id }]
    expect(dueReadings([stay], [], at('2026-11-12', '14:00')).map(({ half, why }) => `${half} ${why}`)).toEqual([
      'morning missing',
      'evening due',
    ])
    const away = [{ ...read('2026-11-12', '10:00', null, null), observation: stay.id }]
    const why = (time: string) => dueReadings([stay], away, at('2026-11-12', time))[0]?.why
    expect([why('12:00'), why('12:01')]).toEqual(['due', 'missing'])
    expect(dueReadings([stay], own, at('2026-11-12', '09:00'))).toEqual([
      { observation: stay.id, day: '2026-11-12', half: 'morning', why: 'retest', at: at('2026-11-12', '08:15') },
    ])
    expect(retestFrom([...own, read('2026-11-12', '08:20', 36.8)], rule)).toBeUndefined()
  })
})

const measured = fc.record<Measured>({
  temperature: fc.option(fc.integer({ min: 340, max: 420 }).map((tenth) => tenth / 10)),
  symptoms: fc.option(fc.uniqueArray(fc.constantFrom('发热', '咽痛', '乏力'))),
})

test('one more reading never makes a slot look milder', () => {
  fc.assert(
    fc.property(fc.array(measured, { minLength: 1 }), measured, (readings, more) => {
      const before = worstOf(readings)
      const after = worstOf([...readings, more])
      if (!before || !after) return false
      const isMilder =
        (before.temperature ?? 0) > (after.temperature ?? 0) || (before.symptoms?.length ?? 0) > (after.symptoms?.length ?? 0)
      return !isMilder && (!abnormal(before, rule) || abnormal(after, rule))
    }),
  )
})

test('a sound reading in every slot leaves none missing, and leaving one out leaves exactly that one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 9 }), (left, later) => {
      const now = at(addDays(stay.last_day, later), '09:00')
      const all = slotsOf(stay, now)
      const readings = all
        .filter((_, nth) => nth !== left)
        .map((slot) => read(slot.day, slot.half === 'morning' ? '09:30' : '18:00', 36.5))
      return judgeSlots(stay, readings, now).every(({ state }, nth) => state === (nth === left ? 'missing' : 'done'))
    }),
  )
})
