import { isMap, isScalar, isSeq } from 'yaml'
import type { Words } from '../../../words.ts'
import { addItem, addPair, fillPair, holderOf, type OrderOf, replaceValue, withoutItem, withoutPair } from './change.ts'
import { isEmpty, nodeAt, pairOf, type Path, readSource, type Source } from './nodes.ts'
import { nearBy } from './near.ts'
import type { Held } from './render.ts'

/** A text with one thing changed, all else as it was; or why it cannot be changed so. */
export type Edited = { readonly text: string } | { readonly why: Words }

const unreadable: Words = {
  zh: '文本现在读不出来，先在文本里改好标出的地方',
  en: 'The text cannot be read now: mend the line that is marked',
}
const special: Words = {
  zh: '这一处的写法比较特别，表格改不了，请在文本里改',
  en: 'This is written in a way that the form does not change: change it in the text',
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isPlainList = (value: unknown): value is readonly (string | number)[] =>
  Array.isArray(value) && value.every((each) => typeof each !== 'object')

/** Whether two values of packs say the same, in whatever order their keys stand. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, nth) => isSame(each, other[nth]))
  if (!isRecord(one) || !isRecord(other)) return one === other
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && isSame(one[key], other[key]))
}

// What the text reads as after a change, worked out without the text.
function withValue(raw: unknown, path: Path, value: Held | undefined): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(raw) || typeof key === 'number') {
    const list: unknown[] = Array.isArray(raw) ? [...(raw as unknown[])] : []
    const inner = withValue(list[Number(key)], rest, value)
    if (inner === undefined) list.splice(Number(key), 1)
    else list[Number(key)] = inner
    return list
  }
  const { [key]: before, ...others } = isRecord(raw) ? raw : {}
  const inner = withValue(before, rest, value)
  return inner === undefined ? others : { ...(isRecord(raw) ? raw : {}), [key]: inner }
}

const isLess = (some: readonly string[], all: readonly string[]) => some.every((each) => all.includes(each))

// The change is made to the text; then it is looked at what the text reads as. What came out otherwise is not done.
function certain(source: Source, text: string, wanted: unknown, removes: boolean): Edited {
  const after = readSource(text)
  if (!after || !isSame(after.raw, wanted)) return { why: special }
  const [before, now] = [source.comments, after.comments]
  const kept = removes ? isLess(now, before) : isSame(before, now)
  return kept ? { text } : { why: special }
}

function setAt(source: Source, path: Path, value: Held, orderOf: OrderOf): string | undefined {
  const { holder, key } = holderOf(source, path)
  if (path.length === 0 || !holder) return undefined
  if (isSeq(holder) && typeof key === 'number') {
    const item = nodeAt(source, path)
    if (key === holder.items.length) return addItem(source, holder, value)
    return item && replaceValue(source, item, value)
  }
  if (!isMap(holder)) return undefined
  const pair = pairOf(holder, String(key))
  if (!pair) return holder.items.length > 0 ? addPair(source, holder, String(key), value, orderOf(path.slice(0, -1))) : undefined
  const { value: node } = pair
  return node && !isEmpty(node) ? replaceValue(source, node, value) : fillPair(source, pair, value)
}

// A list of words changes word by word, a group key by key, so that what was not meant keeps its place and its comments.
function stepsTo(source: Source, path: Path, value: Held): [Path, Held | undefined][] {
  const node = nodeAt(source, path)
  if (!node || isScalar(node)) return [[path, value]]
  const before: unknown = node.toJS(source.document)
  if (isRecord(before) && isRecord(value)) {
    const gone = Object.keys(before).filter((key) => !(key in value))
    const left = Object.keys(before).length - gone.length
    if (left === 0) return [[path, value]]
    const set = Object.entries(value).flatMap(([key, each]) =>
      isSame(before[key], each)
        ? []
        : key in before
          ? stepsTo(source, [...path, key], each)
          : [[[...path, key], each] as [Path, Held]],
    )
    return [...set, ...gone.map((key): [Path, undefined] => [[...path, key], undefined])]
  }
  if (isPlainList(before) && isPlainList(value) && value.length > 0) {
    const stays = before.filter((each) => value.includes(each))
    const added = value.filter((each) => !before.includes(each))
    if (stays.length > 0 && isSame([...stays, ...added], value)) {
      const gone = before.flatMap((each, nth) => (value.includes(each) ? [] : [nth])).reverse()
      return [
        ...gone.map((nth): [Path, undefined] => [[...path, nth], undefined]),
        ...added.map((each, nth): [Path, Held] => [[...path, stays.length + nth], each]),
      ]
    }
  }
  return [[path, value]]
}

/** Where a path begins that the text does not have yet, and the value that stands there then. */
function fromWhatIs(source: Source, path: Path, value: Held): [Path, Held] {
  let [at, held] = [path, value]
  while (at.length > 1 && !holderOf(source, at).holder) {
    const key = at.at(-1) ?? ''
    held = typeof key === 'number' ? [held] : { [key]: held }
    at = at.slice(0, -1)
  }
  // An empty map or list, or a key without a value, takes the value whole.
  const { holder, key } = holderOf(source, at)
  const bare = holder && ((isMap(holder) && holder.items.length === 0) || isScalar(holder))
  return bare && at.length > 1 ? [at.slice(0, -1), typeof key === 'number' ? [held] : { [key]: held }] : [at, held]
}

function stepTo(source: Source, path: Path, value: Held | undefined, orderOf: OrderOf): Edited {
  const { raw } = source
  if (value === undefined) return removeAt(source, path, raw)
  const [at, held] = fromWhatIs(source, path, value)
  const text = setAt(source, at, held, orderOf)
  return text === undefined ? { why: special } : certain(source, text, withValue(raw, path, value), false)
}

function removeAt(source: Source, path: Path, raw: unknown): Edited {
  const { holder, key } = holderOf(source, path)
  if (!nodeAt(source, path) && !(isMap(holder) && pairOf(holder, String(key)))) return { text: source.text }
  // What would be left empty goes with what it held.
  if ((isMap(holder) || isSeq(holder)) && holder.items.length === 1 && path.length > 1)
    return removeAt(source, path.slice(0, -1), raw)
  const text = isSeq(holder)
    ? withoutItem(source, holder, Number(key))
    : isMap(holder)
      ? withoutPair(source, holder, String(key))
      : undefined
  return text === undefined ? { why: special } : certain(source, text, withValue(raw, path, undefined), true)
}

function editWhole(text: string, path: Path, value: Held | undefined, orderOf: OrderOf): Edited {
  const source = readSource(text)
  if (!source) return { why: unreadable }
  const steps: [Path, Held | undefined][] = value === undefined ? [[path, undefined]] : stepsTo(source, path, value)
  let done: Edited = { text }
  for (const [at, held] of steps) {
    const now: Source | undefined = 'text' in done ? readSource(done.text) : undefined
    if (!now) return done
    done = stepTo(now, at, held, orderOf)
  }
  return done
}

/** Of a text longer than this only what stands around the change is read anew; reading it whole takes seconds. */
const longFrom = 100_000

/**
 * Changes one thing in the text of a pack: the value at a path, or nothing there any more where it is undefined. What it does not
 * change stays sign by sign, comments and order too; `orderOf` says where a new key is written.
 */
export function editText(text: string, path: Path, value: Held | undefined, orderOf: OrderOf): Edited {
  const near = text.length > longFrom ? nearBy(text, path) : undefined
  const done = near && editWhole(near.head + text.slice(near.start, near.end), near.path, value, orderOf)
  // What cannot be done there, as where a key goes whole, is tried with all of the text at hand.
  if (!near || !done || 'why' in done || !done.text.startsWith(near.head)) return editWhole(text, path, value, orderOf)
  return { text: text.slice(0, near.start) + done.text.slice(near.head.length) + text.slice(near.end) }
}
