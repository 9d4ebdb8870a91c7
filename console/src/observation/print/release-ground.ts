import type { Sheet } from '@wangdi/domain/observation/notice/sheet.ts'
import type { Release } from '@wangdi/domain/observation/release/release.ts'

/** Words by which a release says why a stay was over: its term, a shorter rule, or a decision for another reason. */
export const groundOf = (sheet: Pick<Sheet, 'ended_on' | 'ended_for'>) =>
  sheet.ended_on === null ? 'endedInTime' : sheet.ended_for === 'shorter-rule' ? 'endedByRule' : 'endedEarly'

/** The head above what was measured: that everything abnormal was dealt with is said only where somebody measured. */
export const readingsHead = ({ measured, highest }: Pick<Release['checks'], 'measured' | 'highest'>) =>
  measured === 0 || highest === null ? 'check.temperature' : 'check.readings'
