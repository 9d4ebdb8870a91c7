import { checkToSubmit } from '@wangdi/domain/documents/draft.rules.ts'
import { checkDraft } from '@wangdi/policy/engine/library/draft.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import type { CheckAnswer, CheckQuestion } from './questions.ts'
import { shownDifference, shownOf } from './shown.ts'

/** Answers what is wrong with a draft, as submitting will, and then what it changes. */
export function makeChecker(say: (answer: CheckAnswer) => void): (question: CheckQuestion) => void {
  let others: readonly Pack[] = []
  let before: string | null = null
  return (question) => {
    others = question.others ?? others
    if (question.before !== undefined) before = question.before
    const { texts, submitting, nth } = question
    const checked = submitting ? checkToSubmit(texts, others, submitting) : checkDraft(texts, others)
    say({ is: 'checked', of: nth, checked: shownOf(checked) })
    say({ is: 'difference', of: nth, difference: before === null ? undefined : shownDifference(before, texts.body) })
    say({ is: 'done', of: nth })
  }
}
