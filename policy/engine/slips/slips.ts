import { endOfQuoted, type Flow, readFlow } from './flow.ts'
import type { Slip, SlipKind } from './slip.ts'

/** A map or a list that is being written, by the column where its keys or dashes stand. */
interface Level {
  readonly column: number
  readonly is: 'map' | 'list'
  readonly keys: Set<string>
  /** The line that began it, how far that is indented, and what it says first. */
  readonly began: { readonly line: number; readonly indent: number; readonly about: string }
}

/** What is known of the text above a line. */
interface Reading {
  levels: Level[]
  /** Levels that the line before left. */
  left: readonly Level[]
  /** The key of the line before, and whether its value is still to come. */
  before: string
  awaits: boolean
  flow: Flow | undefined
  /** The column of the key whose text goes on in the lines below it (`|`). */
  text: number | undefined
  readonly slips: Slip[]
}

const spaces = /^[ \t\u3000\u00a0]*/
/** Nobody writes as many levels; a text that has them is no slip. */
const deepest = 60
const wide = /[\u3000\u00a0]/
const looksLikeKey = /^[A-Za-z][\w./@-]*\s*(:|：)(\s|$)/

/** Every slip of a text of our kind of YAML that can be told line by line, in their order. */
export function slipsIn(text: string): Slip[] {
  const reading: Reading = {
    ...{ levels: [], left: [], before: '', awaits: true, flow: undefined, text: undefined },
    slips: [],
  }
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  for (const [nth, line] of lines.entries()) readLine(line, nth + 1, reading)
  endFlow(reading)
  return reading.slips.sort((a, b) => a.line - b.line)
}

const noteAt =
  ({ slips }: Reading, line: number) =>
  (kind: SlipKind, about = '', sure = true) =>
    void slips.push({ line, kind, about, sure })

function endFlow(reading: Reading): void {
  const { flow } = reading
  const [first] = flow?.open ?? []
  if (flow && first) noteAt(reading, flow.line)(flow.hash ? 'hash' : 'bracket-open', first.sign)
  reading.flow = undefined
}

function readLine(line: string, nth: number, reading: Reading): void {
  const indent = spaces.exec(line)?.[0] ?? ''
  const rest = line.slice(indent.length)
  if (rest === '') return
  if (reading.text !== undefined) {
    if (indent.length > reading.text) return
    reading.text = undefined
  }
  const note = noteAt(reading, nth)
  if (reading.flow) {
    if (rest.startsWith('#')) return
    if (indent.length > reading.flow.column || !(looksLikeKey.test(rest) || rest.startsWith('- '))) {
      const { hash } = reading.flow
      goOnInFlow(rest, reading, note)
      // Only a remark in the line that opened the brackets can have cut off what closes them.
      if (reading.flow) reading.flow.hash = hash
      return
    }
    endFlow(reading)
  }
  if (rest.startsWith('#') || reading.levels.length > deepest) return
  if (indent.includes('\t')) note('tab')
  else if (wide.test(indent)) note('wide-space')
  readBlock(indent.length, rest, nth, reading, note)
}

type Note = ReturnType<typeof noteAt>

function goOnInFlow(rest: string, reading: Reading, note: Note): void {
  if (!reading.flow) return
  readFlow(rest, reading.flow, note)
  if (reading.flow.open.length === 0) reading.flow = undefined
}

/** A dash as people write one: right, without its space, or a wide one. */
function dashOf(rest: string): { length: number; slip?: SlipKind } | undefined {
  const right = /^-( +|$)/.exec(rest)
  if (right) return { length: right[0].length }
  if (/^-[\u3000\u00a0\t]/.test(rest)) return { length: 2, slip: 'wide-space' }
  if (/^[－—–]\s*/.test(rest)) return { length: 2, slip: 'wide-dash' }
  return /^-[A-Za-z{['"]/.test(rest) ? { length: 1, slip: 'dash' } : undefined
}

function readBlock(indent: number, all: string, nth: number, reading: Reading, note: Note): void {
  let column = indent
  let rest = all
  let isFirst = true
  for (let dash = dashOf(rest); dash && reading.levels.length <= deepest; dash = dashOf(rest)) {
    if (dash.slip) note(dash.slip)
    enter({ column, is: 'list', about: '“-”', line: nth, indent, isFirst }, reading)
    column += dash.slip === 'dash' ? 2 : dash.length
    rest = rest.slice(dash.length)
    ;[reading.awaits, isFirst] = [true, false]
  }
  const key = /^([A-Za-z][\w./@-]*)(\s*)(：|:(?!\/\/))(.*)$/.exec(rest)
  if (!key) return readBare(column, rest, nth, reading, note)
  const [, name = '', , colon, value = ''] = key
  enter({ column, is: 'map', about: name, line: nth, indent, isFirst }, reading)
  const { keys } = reading.levels.at(-1) ?? { keys: new Set() }
  if (keys.has(name)) note('key-twice', name)
  keys.add(name)
  if (colon === '：') note('wide-colon', name)
  else if (/^[\u3000\u00a0]/.test(value)) note('wide-space')
  else if (/^\S/.test(value)) note('colon-space', name)
  reading.before = name
  readValue(value.trim(), column, nth, reading, note)
}

/** A line without a key: what follows a dash, text that goes on, or a key that lost its colon. */
function readBare(column: number, rest: string, nth: number, reading: Reading, note: Note): void {
  const word = /^([A-Za-z][\w.-]*) +[^\s#]/.exec(rest)?.[1]
  if (word && !reading.awaits) note('colon-missing', word, false)
  readValue(rest, column, nth, reading, note)
}

function readValue(value: string, column: number, nth: number, reading: Reading, note: Note): void {
  const sign = value[0] ?? '#'
  reading.awaits = sign === '#'
  if (sign === '|' || sign === '>') reading.text = column
  else if (sign === '"' || sign === "'") {
    const end = endOfQuoted(value, 0)
    if (end < 0 || !/^\s*(#|$)/.test(value.slice(end + 1))) note('quote')
  } else if (sign === '{' || sign === '[') {
    reading.flow = { line: nth, column, open: [{ sign, keys: new Set() }], hash: false }
    goOnInFlow(value.slice(1), reading, note)
  } else if (/[｛［【]/.test(sign)) note('wide-bracket', sign)
  else if (/[@`%]/.test(sign)) note('sign', sign, false)
  else if (/^[“”‘’]/.test(sign)) note('wide-quote', '', false)
  else if (/\S: /.test(value.split(/\s#/)[0] ?? '')) note('colon-in-text', '', false)
}

/** A key or a dash in its place. */
interface Place {
  readonly column: number
  readonly is: Level['is']
  readonly about: string
  readonly line: number
  readonly indent: number
  /** Whether it is the first of its line. */
  readonly isFirst: boolean
}

// Where the line before stood too far left, or the first of its level by an odd number, the one that stands right is not to blame.
function toBlame({ column, is, about, line }: Place, { left, before }: Reading, gone: readonly Level[], above: number): Slip {
  const goesOn = left.some((level) => level.column === column && level.is === is)
  if (goesOn && above < column) return { line: line - 1, kind: 'shallower', about: before, sure: true }
  const odd = gone.find(({ began }) => began.indent % 2 === 1)
  if (odd && column % 2 === 0) return { line: odd.began.line, kind: 'between', about: odd.began.about, sure: true }
  const kind = gone.length === 0 ? 'deeper' : above < column ? 'between' : 'shallower'
  return { line, kind, about, sure: true }
}

/** Takes a key or a dash at a column to the map or list it belongs to; one that belongs to none stands wrong. */
function enter(place: Place, reading: Reading): void {
  const { column, is, about, line, indent, isFirst } = place
  const { levels } = reading
  const gone = levels.filter((level) => level.column > column)
  const kept = levels.filter((level) => level.column <= column)
  // A list may stand right below its key, at the same column.
  const [upper, last] = [kept.at(-2), kept.at(-1)]
  if (is === 'map' && last?.is === 'list' && last.column === column && upper?.column === column) gone.push(...kept.splice(-1))
  const top = kept.at(-1)
  const isOwn = top?.column === column && top.is === is
  const mayBegin = reading.awaits && (top === undefined || top.column < column || (is === 'list' && top.is === 'map'))
  if (!isOwn && !mayBegin) reading.slips.push(toBlame(place, reading, gone, top?.column ?? -1))
  reading.levels = isOwn ? kept : [...kept, { column, is, keys: new Set<string>(), began: { line, indent, about } }]
  if (isFirst) reading.left = gone
}
