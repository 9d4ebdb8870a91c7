import type { Day } from '../../schema.ts'
import { w } from '../fields.ts'
import type { Words } from '../../problem.ts'

/** One public holiday with its days off, first and last. */
export interface Holiday {
  readonly words: Words
  readonly from: Day
  readonly until: Day
}

/** How the State Council lays holidays and moved working days in one year, from its notice. */
export interface YearOfWork {
  readonly source: Words
  readonly issued_on: Day
  readonly holidays: readonly Holiday[]
  /** Saturdays and Sundays that are worked (调休上班). */
  readonly worked: readonly Day[]
}

const notice = (year: number) =>
  w(`国务院办公厅关于${year}年部分节假日安排的通知`, `Notice of the General Office of the State Council on holidays in ${year}`)
const off = (words: Words, from: Day, until: Day): Holiday => ({ words, from, until })
const names = {
  newYear: w('元旦', 'New Year'),
  spring: w('春节', 'Spring Festival'),
  qingming: w('清明节', 'Qingming'),
  labour: w('劳动节', 'Labour Day'),
  dragonBoat: w('端午节', 'Dragon Boat Festival'),
  midAutumn: w('中秋节', 'Mid-Autumn Festival'),
  national: w('国庆节', 'National Day'),
  both: w('国庆节、中秋节', 'National Day and Mid-Autumn Festival'),
}

/**
 * The national lists by year. A year enters when its notice is out, usually in November of the year before; until then a term
 * that runs into it is counted by weekdays and says so.
 */
export const yearsOfWork: Readonly<Record<number, YearOfWork>> = {
  2025: {
    source: notice(2025),
    issued_on: '2024-11-12',
    holidays: [
      off(names.newYear, '2025-01-01', '2025-01-01'),
      off(names.spring, '2025-01-28', '2025-02-04'),
      off(names.qingming, '2025-04-04', '2025-04-06'),
      off(names.labour, '2025-05-01', '2025-05-05'),
      off(names.dragonBoat, '2025-05-31', '2025-06-02'),
      off(names.both, '2025-10-01', '2025-10-08'),
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  2026: {
    source: notice(2026),
    issued_on: '2025-11-04',
    holidays: [
      off(names.newYear, '2026-01-01', '2026-01-03'),
      off(names.spring, '2026-02-15', '2026-02-23'),
      off(names.qingming, '2026-04-04', '2026-04-06'),
      off(names.labour, '2026-05-01', '2026-05-05'),
      off(names.dragonBoat, '2026-06-19', '2026-06-21'),
      off(names.midAutumn, '2026-09-25', '2026-09-27'),
      off(names.national, '2026-10-01', '2026-10-07'),
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
}
