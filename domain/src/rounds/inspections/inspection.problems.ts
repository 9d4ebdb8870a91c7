import { problem } from '../../problem.ts'
import type { Day } from '../../schema.ts'

/** Why something about inspections and findings is refused. */
export const problems = {
  otherList: problem('rounds.other-checklist', 'invalid', {
    zh: '这张清单不是这种检查用的，换一张',
    en: 'That list does not belong to this kind of inspection.',
  }),
  otherItem: problem<{ item: string }>('rounds.other-item', 'invalid', {
    zh: '清单里没有“{item}”这一条',
    en: 'The list has no item "{item}".',
  }),
  nothingLooked: problem('rounds.nothing-looked-at', 'invalid', {
    zh: '一条都没看，至少看一条',
    en: 'Nothing was looked at; answer at least one item.',
  }),
  noOwner: problem<{ item: string }>('rounds.finding-missing', 'invalid', {
    zh: '“{item}”没做到，写清问题、谁来改、哪天前改好',
    en: '"{item}" does not hold: say what is wrong, who sees to it and until when.',
  }),
  dueBefore: problem<{ day: Day }>('rounds.due-before', 'invalid', {
    zh: '改好的日子不能早于检查那天（{day}）',
    en: 'It cannot be due before the day of the inspection ({day}).',
  }),
  nextBefore: problem<{ day: Day }>('rounds.next-before', 'invalid', {
    zh: '下次检查要在这次（{day}）以后',
    en: 'The next inspection must come after this one ({day}).',
  }),
  inFuture: problem<{ today: Day }>('rounds.inspection-ahead', 'invalid', {
    zh: '检查的日子在今天（{today}）以后，去过再登记',
    en: 'The day lies after today ({today}); record it once it is done.',
  }),
  whichPlan: problem('rounds.which-plan', 'invalid', {
    zh: '只有演练和复盘才记在预案上',
    en: 'Only drills and reviews are kept with a contingency plan.',
  }),
  whichUnit: problem('rounds.which-unit', 'invalid', {
    zh: '走访单位要选是哪一家，别的检查不用选',
    en: 'A visit to a unit names the unit; other inspections name none.',
  }),
  whichDay: problem('rounds.which-day', 'invalid', {
    zh: '没改好的要写新的期限；改好了、复查过了不用写',
    en: 'What is still wrong gets a new day; what is put right or checked gets none.',
  }),
}
