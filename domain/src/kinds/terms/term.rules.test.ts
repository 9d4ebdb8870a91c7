import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, shanghaiDay, shanghaiInstant, shanghaiTime } from '../../day.ts'
import { yearsOfWork } from './holidays.ts'
import { dueOf, isLate, shownTo, termFor, usualWorkingTime, whyNotWorked, wordsOfDue } from './term.rules.ts'

const at = shanghaiInstant
const dueText = (due: string) => `${shanghaiDay(due)} ${shanghaiTime(due)}`

describe('the national list', () => {
  test('holidays are off, moved working days are worked, and all else goes by the week', () => {
    const why = (day: string) => whyNotWorked(day)?.zh
    expect([why('2026-02-15'), why('2026-02-14'), why('2026-02-23'), why('2026-02-24'), why('2026-02-28')]).toEqual([
      '春节',
      undefined,
      '春节',
      undefined,
      undefined,
    ])
    expect([why('2026-11-21'), why('2026-11-23')]).toEqual(['周末', undefined])
  })

  test('every year has its source and day; what is worked is a Saturday or Sunday that is no holiday', () => {
    for (const [year, { holidays, worked, source, issued_on }] of Object.entries(yearsOfWork)) {
      expect([source.zh.includes(year), issued_on < `${year}-01-01`]).toEqual([true, true])
      for (const { from, until } of holidays) expect([from <= until, from.slice(0, 4)]).toEqual([true, year])
      const odd = worked.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
      const both = worked.filter((day) => holidays.some(({ from, until }) => from <= day && day <= until))
      expect([odd, both]).toEqual([[], []])
    }
  })
})

describe('when something is due', () => {
  test('round the clock hours run through nights and holidays, and days end at 24:00, the day of receipt not counted', () => {
    const spring = at('2026-02-16', '23:00')
    expect(dueText(dueOf({ hours: 2 }, spring).due_at)).toBe('2026-02-17 01:00')
    expect(dueText(dueOf({ days: 1 }, spring).due_at)).toBe('2026-02-18 00:00')
  })

  test('working hours stop at noon, overnight and over the weekend', () => {
    const friday = at('2026-11-20', '16:30')
    expect(dueText(dueOf({ hours: 1, working: true }, friday).due_at)).toBe('2026-11-20 17:30')
    expect(dueText(dueOf({ hours: 5, working: true }, friday).due_at)).toBe('2026-11-23 14:30')
    expect(dueText(dueOf({ hours: 1, working: true }, at('2026-11-21', '10:00')).due_at)).toBe('2026-11-23 09:30')
  })

  test('working days leave out Spring Festival and count the Saturday worked for it', () => {
    const due = dueOf({ days: 3, working: true }, at('2026-02-12', '10:00'))
    // 13th, the worked Saturday 14th, then the holiday to the 23rd, then the 24th
    expect(dueText(due.due_at)).toBe('2026-02-25 00:00')
    expect([due.worked, due.skipped.length, due.unknown]).toEqual([['2026-02-14'], 9, []])
    expect(wordsOfDue(due, '2026-02-12').zh).toBe(
      '从 10:00 起 3 个工作日，到 02-24 24:00；02-15、02-16、02-17、02-18、02-19、02-20、02-21、02-22、02-23 春节不算；02-14 调休上班，算',
    )
  })

  test('a year of which no list is out is counted by weekdays, and the term says so', () => {
    const due = dueOf({ days: 2, working: true }, at('2099-12-31', '10:00'))
    expect(due.unknown).toEqual([2099, 2100])
    expect(wordsOfDue(due, '2099-12-31').zh).toContain('2099 年放假安排还没公布，先按星期算')
  })

  test('a term never ends before it starts, never outside working time, and a longer one never earlier', () => {
    const moments = fc.integer({ min: 0, max: 365 * 1440 }).map((n) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString())
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 60 }), fc.boolean(), (from, n, working) => {
        const [one, more] = [dueOf({ hours: n, working }, from), dueOf({ hours: n + 1, working }, from)]
        expect([one.due_at > from, more.due_at > one.due_at]).toEqual([true, true])
        if (!working) return
        const time = shanghaiTime(one.due_at)
        expect(whyNotWorked(shanghaiDay(one.due_at))).toBeUndefined()
        expect(usualWorkingTime.some(([opens, closes]) => opens < time && time <= closes)).toBe(true)
      }),
    )
  })

  test('working days on the way are as many as the term', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 1, max: 20 }), (start, days) => {
        const from = addDays('2026-01-01', start)
        const due = dueOf({ days, working: true }, at(from, '09:00'))
        const last = addDays(shanghaiDay(due.due_at), -1)
        let worked = 0
        for (let day = addDays(from, 1); day <= last; day = addDays(day, 1)) if (!whyNotWorked(day)) worked += 1
        expect([worked, whyNotWorked(last)]).toEqual([days, undefined])
      }),
    )
  })
})

test('an urgency without a term of its own takes the next slower one, never none', () => {
  const terms = { now: { hours: 2 }, soon: { days: 2 } }
  expect([termFor(terms, 'today'), termFor({ now: { hours: 2 } }, 'soon')]).toEqual([{ days: 2 }, { hours: 2 }])
  expect(() => termFor({}, 'now')).toThrow(RangeError)
})

test('what is late shows itself to the level above at once, to the next after the same time again, and not beyond the county', () => {
  const due = at('2026-11-17', '10:00')
  const seen = (time: string, day = '2026-11-17') => shownTo('410105001003', due, at(day, time), 24)
  expect([seen('10:00'), seen('10:01'), seen('10:01', '2026-11-18'), seen('10:01', '2026-11-25')]).toEqual([
    [],
    ['410105001'],
    ['410105001', '410105'],
    ['410105001', '410105'],
  ])
  expect([isLate(due, due), isLate(null, due)]).toEqual([false, false])
})
