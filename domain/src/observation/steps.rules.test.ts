import { expect, test } from 'vitest'
import type { Reading } from './observation.ts'
import { type StepRecords, stepsOf } from './steps.rules.ts'

const at = (day: string, time: string) => `2026-11-${day}T${time}:00.000Z`
const rule = {
  fever: 37.3,
  symptoms: [],
  second_reading: 15,
  per_day: 2,
  split: '13:00',
  due_by: { morning: '12:00', evening: '20:00' },
  source: '',
}
const reading = (more: Partial<Reading> = {}): Reading => ({
  id: '1',
  observation: '2',
  taken_at: at('16', '01:00'),
  day: '2026-11-16',
  half: 'morning',
  temperature: 36.5,
  symptoms: [],
  measured_by: 'visit',
  not_measured: null,
  note: '',
  by: '马晓燕',
  recorded_at: at('16', '01:00'),
  ...more,
})
const records = (more: Partial<StepRecords> = {}): StepRecords => ({
  traced: { at: at('15', '00:00'), by: '宋磊' },
  decided: { at: at('15', '02:00'), by: '韩志远' },
  deliveries: [{ at: at('15', '03:00'), by: '马晓燕' }],
  homes: [],
  readings: [reading()],
  answers: [],
  slots: [],
  rule,
  now: at('18', '00:00'),
  at_home: true,
  ...more,
})
const shown = (more: Partial<StepRecords>) => stepsOf(records(more)).map(({ step, state }) => `${step} ${state}`)

test('each of the six steps has time and person, in the order of the notice [R-2020A-12]', () => {
  expect(stepsOf(records()).slice(0, 4)).toEqual([
    { step: 'traced', state: 'done', at: at('15', '00:00'), by: '宋磊' },
    { step: 'registered', state: 'done', at: at('15', '02:00'), by: '韩志远' },
    { step: 'managed', state: 'done', at: at('15', '03:00'), by: '马晓燕' },
    { step: 'visited', state: 'done', at: at('16', '01:00'), by: '马晓燕' },
  ])
})

test('on the first day of an order nothing is missed yet: what is not done is open until its hours are over', () => {
  expect(shown({ traced: undefined, now: at('15', '04:00') })[0]).toBe('traced open')
  expect(shown({ deliveries: [], now: at('16', '01:59') })[2]).toBe('managed open')
  expect(shown({ traced: undefined, now: at('16', '03:00') })[0]).toBe('traced skipped')
  expect(shown({ deliveries: [], now: at('16', '03:00') })[2]).toBe('managed skipped')
})

test('a step that is passed over is skipped, one done after its hours is late, the next one is open [R-2020A-12]', () => {
  expect(shown({ deliveries: [] })[2]).toBe('managed skipped')
  expect(shown({ deliveries: [{ at: at('17', '03:00'), by: '马晓燕' }] })[2]).toBe('managed late')
  expect(shown({ deliveries: [{ at: at('16', '02:00'), by: '马晓燕' }] })[2]).toBe('managed done')
  expect(shown({ deliveries: [], readings: [] }).slice(2)).toEqual([
    'managed open',
    'visited open',
    'regular open',
    'treated not-needed',
  ])
})

test('the sick are seen to when every abnormal reading was answered, and not when one was left [R-2020A-12][R-2021-23]', () => {
  const high = [reading({ id: 'a', temperature: 38 }), reading({ id: 'b', temperature: 37.9 })]
  const answer = (id: string) => ({ reading: id, at: at('16', '02:00'), by: '李文静' })
  expect(shown({ readings: high, answers: [answer('a')] })[5]).toBe('treated open')
  expect(shown({ readings: high, answers: [answer('a'), answer('b')] })[5]).toBe('treated done')
})

test('at a central site the community neither visits nor measures', () => {
  expect(shown({ at_home: false, readings: [] }).slice(3)).toEqual([
    'visited not-needed',
    'regular not-needed',
    'treated not-needed',
  ])
})

test('a step is done by the first who did it, in whatever order the records come; the rhythm is kept by whoever measured last', () => {
  const deliveries = [
    { at: at('15', '05:00'), by: '高岚' },
    { at: at('15', '03:00'), by: '马晓燕' },
  ]
  const slot = { day: '2026-11-16', half: 'morning' as const, opens_at: at('15', '16:00'), due_at: at('16', '04:00') }
  const slots = [{ ...slot, state: 'done' as const, temperature: 36.5, symptoms: 0 }]
  const readings = [reading({ taken_at: at('16', '03:00'), by: '高岚' }), reading()]
  for (const turn of [<T>(all: T[]) => all, <T>(all: T[]) => all.toReversed()]) {
    const steps = stepsOf(records({ deliveries: turn(deliveries), readings: turn(readings), slots }))
    expect(steps[2]).toMatchObject({ at: at('15', '03:00'), by: '马晓燕' })
    expect(steps[4]).toMatchObject({ step: 'regular', state: 'done', at: at('16', '03:00'), by: '高岚' })
  }
})
