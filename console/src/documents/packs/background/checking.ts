import type { DraftTexts } from '@wangdi/policy/engine/library/draft.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import type { CheckAnswer, CheckQuestion, ShownCheck, ShownDifference } from './questions.ts'
import type { Work } from './work.ts'

/** A draft is checked when nothing was typed for this many milliseconds. */
const pause = 300

/** What is asked of a draft. */
export interface Asked {
  readonly texts: DraftTexts
  readonly others: readonly Pack[]
  /** As submitting will, while it can still be submitted or published: for which place and by whom. */
  readonly submitting: CheckQuestion['submitting']
  /** What it is compared with; undefined while that is not known, null where there is nothing. */
  readonly before: string | null | undefined
}

/** The newest answers about a draft. */
export interface Answered {
  readonly checked: ShownCheck | undefined
  readonly difference: ShownDifference | undefined
  /** What the check was of. */
  readonly of: Asked | undefined
  /** Nothing here checks: the server has to. */
  readonly isMissing: boolean
}

/** Whether two questions about a draft are the same. */
export const isSameAsked = (one: Asked, other: Asked): boolean =>
  one.texts.body === other.texts.body &&
  one.texts.cases === other.texts.cases &&
  one.others === other.others &&
  one.before === other.before &&
  one.submitting?.draft === other.submitting?.draft &&
  one.submitting?.editor === other.submitting?.editor

/** Checks a draft beside the page: one text is under way, and of those that come meanwhile only the newest is asked. */
export class Checking {
  #answered: Answered = { checked: undefined, difference: undefined, of: undefined, isMissing: false }
  #work: Work | undefined
  #heard = new Set<() => void>()
  #newest: Asked | undefined
  #underWay: Asked | undefined
  #waiting: ReturnType<typeof setTimeout> | undefined
  #nth = 0
  #others: readonly Pack[] | undefined
  #before: string | null | undefined

  start(work: Work | undefined): void {
    this.#work = work
    this.#others = undefined
    this.#before = undefined
    this.#underWay = undefined
    if (work) this.#later()
    else this.fail()
  }

  fail(): void {
    this.#work = undefined
    this.#tell({ isMissing: true })
  }

  end(): void {
    clearTimeout(this.#waiting)
    this.#work?.end()
    this.#work = undefined
  }

  readonly subscribe = (listen: () => void): (() => void) => {
    this.#heard.add(listen)
    return () => this.#heard.delete(listen)
  }
  readonly now = (): Answered => this.#answered

  /** This is the draft now; it is checked when it stays so for a moment. */
  asks(asked: Asked): void {
    if (this.#newest && isSameAsked(this.#newest, asked)) return
    this.#newest = asked
    this.#later()
  }

  readonly hear = (answer: CheckAnswer): void => {
    // What was overtaken is not awaited any more.
    if (answer.of !== this.#nth) return
    if (answer.is === 'checked') return this.#tell({ checked: answer.checked, of: this.#underWay })
    if (answer.is === 'difference') return this.#tell({ difference: answer.difference })
    const done = this.#underWay
    this.#underWay = undefined
    if (this.#newest && done && !isSameAsked(this.#newest, done)) this.#later()
  }

  #later(): void {
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => this.#ask(), pause)
  }

  #ask(): void {
    const asked = this.#newest
    // What it is compared with is on its way: with that it is asked.
    if (!asked || asked.before === undefined || !this.#work || this.#underWay) return
    this.#underWay = asked
    this.#nth += 1
    const { texts, submitting, others, before } = asked
    const isFresh = before !== undefined && before !== this.#before
    const question = {
      ...{ nth: this.#nth, texts, submitting },
      ...(others !== this.#others && { others }),
      ...(isFresh && { before }),
    }
    this.#others = others
    if (isFresh) this.#before = before
    this.#work.ask({ to: 'checker', question })
  }

  #tell(more: Partial<Answered>): void {
    this.#answered = { ...this.#answered, ...more }
    for (const listen of this.#heard) listen()
  }
}
