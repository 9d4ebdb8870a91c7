import type { Completion } from '@wangdi/policy/engine/library/complete.ts'
import type { Held } from '@wangdi/policy/engine/library/edit/render.ts'
import { namesIn } from '@wangdi/policy/engine/library/form/own-names.ts'
import type { Words } from '@wangdi/policy/words.ts'
import { blockLength, type OpenPart, type Path, type ReaderAnswer, type ReaderQuestion } from './questions.ts'
import type { Work } from './work.ts'

/** The outline as a page draws it: how many entries each list has, and their titles by hundreds. */
export interface Outline {
  readonly counts: Readonly<Record<string, number>>
  readonly blocks: Readonly<Record<string, readonly (readonly Words[])[]>>
}

/** What may stand at the caret, as it was when that was asked. */
export interface Hinted {
  readonly text: string
  readonly caret: number
  readonly offer: Completion
}

/** What the page has been told of the text so far. */
export interface Known {
  /** Whether anything answers at all. */
  readonly state: 'waits' | 'answers' | 'missing'
  readonly part: OpenPart
  readonly outline: Outline
  readonly hinted: Hinted | undefined
  /** Grows when changes by the form were refused, or stand in what is known. */
  readonly settled: number
}

type Question = ReaderQuestion extends infer Q ? (Q extends unknown ? Omit<Q, 'nth' | 'text'> : never) : never

interface Change {
  readonly question: Question
  readonly settle: (done: boolean) => void
}

const nothing: Known = {
  state: 'waits',
  part: { readable: false, open: [], head: {}, value: undefined, own: namesIn(undefined) },
  outline: { counts: {}, blocks: {} },
  hinted: undefined,
  settled: 0,
}

function withBlocks(before: Outline, { counts, blocks }: Extract<ReaderAnswer, { is: 'outline' }>): Outline {
  const all: Record<string, (readonly Words[])[]> = {}
  for (const [section, count] of Object.entries(counts))
    all[section] = (before.blocks[section] ?? []).slice(0, Math.ceil(count / blockLength))
  for (const { section, nth, titles } of blocks) {
    const list = all[section]
    if (list) list[nth] = titles
  }
  return { counts, blocks: all }
}

/**
 * What is read of a text beside the page. Of looks at it one is under way and the newest waits; what was typed meanwhile is all that
 * counts. Changes by the form are made one after the other, each of them to the newest text.
 */
export class Reading {
  #known = nothing
  #work: Work | undefined
  #heard = new Set<() => void>()
  #text = ''
  #sent: string | undefined
  #sentTexts = 0
  #texts = new Map<number, string>()
  #open: Path = []
  #caret: number | undefined
  #nth = 0
  #looking = false
  #waits = false
  #isToSettle = false
  #changes: Change[] = []
  #changing = ''
  #lines = new Map<number, (line: number | undefined) => void>()
  #onText: (text: string) => void = () => {}
  #onRefused: (why: Words | undefined) => void = () => {}

  /** Who gets the text that comes out of a change by the form. */
  givesTextsTo(onText: (text: string) => void): void {
    this.#onText = onText
  }

  /** Who is told after each change by the form why it was refused, or that it was not. */
  saysRefusalsTo(onRefused: (why: Words | undefined) => void): void {
    this.#onRefused = onRefused
  }

  /** Gives it something that answers; without it everything is missing. */
  start(work: Work | undefined): void {
    this.#work = work
    this.#sent = undefined
    this.#sentTexts = 0
    this.#looking = false
    // What was asked before there was anybody to answer is asked now.
    this.#waits = false
    if (work) this.#look()
    else this.fail()
  }

  fail(): void {
    this.#work = undefined
    this.#tell({ state: 'missing' })
    for (const { settle } of this.#changes.splice(0)) settle(false)
    for (const settle of this.#lines.values()) settle(undefined)
  }

  end(): void {
    this.#work?.end()
    this.#work = undefined
  }

  readonly subscribe = (listen: () => void): (() => void) => {
    this.#heard.add(listen)
    return () => this.#heard.delete(listen)
  }
  readonly now = (): Known => this.#known

  /** This is what is written now. */
  writes(text: string): void {
    if (text === this.#text) return
    this.#text = text
    this.#look()
  }

  /** Which part a form shows. */
  opens(open: Path): void {
    if (open.join() === this.#open.join()) return
    this.#open = open
    this.#look()
  }

  /** Where the caret is; undefined where nothing is offered. */
  pointsAt(caret: number | undefined): void {
    if (caret === this.#caret) return
    this.#caret = caret
    this.#look()
  }

  /** Says a value in the text; undefined takes it away. Whether it was done; why not is said to whom `saysRefusalsTo` names. */
  change(path: Path, value: Held | undefined): Promise<boolean> {
    return this.#changed({ ask: 'edit', path, value })
  }

  /** Adds a new entry at a path. */
  add(path: Path): Promise<boolean> {
    return this.#changed({ ask: 'add', path })
  }

  /** Whether changes by the form are under way. */
  isChanging(): boolean {
    return this.#changes.length > 0
  }

  /** The line on which what a path leads to begins. */
  lineOf(path: Path): Promise<number | undefined> {
    return new Promise((settle) => {
      if (!this.#work) return settle(undefined)
      this.#lines.set(this.#post({ ask: 'line', path }), settle)
    })
  }

  /** Takes an answer of the worker. */
  readonly hear = (answer: ReaderAnswer): void => {
    switch (answer.is) {
      case 'done':
        this.#looking = false
        this.#tell({ state: 'answers', ...(this.#isToSettle && !this.#waits && { settled: this.#known.settled + 1 }) })
        if (this.#waits) return this.#lookNow()
        this.#isToSettle = false
        return
      case 'hints': {
        const text = this.#texts.get(answer.text)
        if (text !== undefined) this.#tell({ hinted: { text, caret: answer.caret, offer: answer.offer } })
        return
      }
      case 'outline':
        return this.#tell({ outline: withBlocks(this.#known.outline, answer) })
      case 'part':
        return this.#tell({ part: answer.part })
      case 'line': {
        const settle = this.#lines.get(answer.of)
        this.#lines.delete(answer.of)
        return settle?.(answer.line)
      }
      case 'edited':
        return this.#edited(answer)
    }
  }

  #edited({ done }: Extract<ReaderAnswer, { is: 'edited' }>): void {
    // Something was typed since: the change is made to that.
    if ('text' in done && this.#changing !== this.#text) return this.#nextChange()
    const change = this.#changes.shift()
    this.#onRefused('why' in done ? done.why : undefined)
    if ('text' in done && done.text !== this.#text) {
      this.#text = done.text
      this.#onText(done.text)
      this.#isToSettle = true
      this.#look()
    } else this.#tell({ settled: this.#known.settled + 1 })
    change?.settle('text' in done)
    if (this.#changes.length > 0) this.#nextChange()
  }

  #changed(question: Question): Promise<boolean> {
    return new Promise((settle) => {
      if (!this.#work) return settle(false)
      this.#changes.push({ question, settle })
      if (this.#changes.length === 1) this.#nextChange()
    })
  }

  #nextChange(): void {
    const [change] = this.#changes
    if (!change) return
    this.#changing = this.#text
    this.#post(change.question)
  }

  #look(): void {
    // What changes in one go is asked about once.
    if (!this.#waits) queueMicrotask(() => this.#lookNow())
    this.#waits = true
  }

  #lookNow(): void {
    if (!this.#waits || this.#looking || !this.#work) return
    this.#waits = false
    this.#looking = true
    this.#post({ ask: 'look', open: this.#open, caret: this.#caret })
  }

  #post(question: Question): number {
    this.#nth += 1
    const isNew = this.#sent !== this.#text
    if (isNew) {
      this.#sent = this.#text
      this.#sentTexts += 1
      this.#texts.set(this.#sentTexts, this.#text)
      this.#texts.delete(this.#sentTexts - 2)
    }
    this.#work?.ask({
      to: 'reader',
      question: { ...question, nth: this.#nth, ...(isNew && { text: this.#text }) } as ReaderQuestion,
    })
    return this.#nth
  }

  #tell(more: Partial<Known>): void {
    this.#known = { ...this.#known, ...more }
    for (const listen of this.#heard) listen()
  }
}
