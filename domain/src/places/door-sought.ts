import { withDigits } from '../text/chinese-numbers.ts'
import type { Door } from './places.ts'

/** A door, or a part of a community that holds doors, as it is sought among others; a part that is not there is null or absent. */
export type SoughtDoor = Partial<Pick<Door, 'estate' | 'building' | 'unit' | 'room' | 'group' | 'house'>>

/** The pinyin initials of a name, one for each way of reading it (`text/initials.ts`). */
export type Initials = (name: string) => readonly string[]

/** How a door fits: each number typed is one of its own, or the last one is only begun. */
export type Fit = 'whole' | 'begun'

type Role = 'estate' | 'building' | 'unit' | 'room' | 'group'
interface Atom {
  readonly text: string
  /** What the number is of; empty: nothing was said. */
  readonly roles: readonly Role[]
}

// What people say after a number, and of what it then is the number.
const labels: readonly (readonly [RegExp, readonly Role[]])[] = [
  [/^(?:号楼|栋|幢|座|#楼?|楼)/, ['building']],
  [/^(?:号院)/, ['estate', 'building']],
  [/^(?:单元?|门洞?)/, ['unit']],
  [/^(?:室|户|号?房间?)/, ['room']],
  [/^(?:村民|居民)?小?组/, ['group']],
  [/^号/, ['estate', 'building', 'room']],
]
const labelAt = (text: string) => {
  for (const [label, roles] of labels) {
    const found = label.exec(text)
    if (found) return { length: found[0].length, roles }
  }
  return undefined
}
const onlyLabels = /^(?:号|楼|栋|幢|座|单|元|门|洞|室|户|房|间|组|第)+$/

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(
      /第?[一二三四五六七八九十]+(?=(?:号|栋|幢|座|#|楼|单元|门|组|村民|居民|小组|室)(?![^号楼院栋幢座单元门洞室户房间小组村居民一二三四五六七八九十\P{Script=Han}]))/gu,
      withDigits,
    )
    .replace(/第(?=\d)/g, '')
const bare = (number: string) => number.replace(/^0+(?=\d)/, '')

interface Asked {
  readonly numbers: readonly Atom[]
  readonly letters: readonly Atom[]
  readonly names: readonly string[]
  /** Whether the last number may still be begun: nothing stands behind it. */
  readonly isOpen: boolean
}

function read(typed: string): Asked {
  const text = plain(typed).trim()
  const numbers: Atom[] = []
  const letters: Atom[] = []
  const names: string[] = []
  let isOpen = false
  let at = 0
  const name = (part: string) => {
    if (!onlyLabels.test(part)) names.push(part)
  }
  while (at < text.length) {
    const rest = text.slice(at)
    const run = /^(?:\d+|[a-z]+)/.exec(rest)?.[0]
    const label = run === undefined ? undefined : labelAt(rest.slice(run.length))
    isOpen = false
    if (run !== undefined && !label && /^\d+\p{Script=Han}/u.test(rest)) {
      // A number before a word that is no label is a part of a name: 3期.
      const whole = /^\d+\p{Script=Han}+/u.exec(rest)?.[0] ?? run
      name(whole)
      at += whole.length
    } else if (run !== undefined) {
      const atom = { text: /\d/.test(run) ? bare(run) : run, roles: label?.roles ?? [] }
      ;(/\d/.test(run) ? numbers : letters).push(atom)
      isOpen = /\d/.test(run) && label === undefined
      at += run.length + (label?.length ?? 0)
    } else {
      const word = /^\p{Script=Han}+/u.exec(rest)?.[0]
      if (word) name(word)
      at += word?.length ?? 1
    }
  }
  return { numbers, letters, names, isOpen }
}

interface Own {
  readonly numbers: readonly { text: string; role: Role }[]
  readonly letters: readonly { text: string; role: Role }[]
  readonly names: readonly string[]
}

const parts = ['estate', 'building', 'unit', 'group', 'room', 'house'] as const

function ownOf(door: SoughtDoor): Own {
  const numbers: { text: string; role: Role }[] = []
  const letters: { text: string; role: Role }[] = []
  const names: string[] = []
  for (const part of parts) {
    const text = plain(door[part] ?? '')
    if (text === '') continue
    const role = part === 'house' ? 'room' : part
    if (/\p{Script=Han}/u.test(text)) names.push(text.replaceAll(/\s/g, ''))
    // The number in the name of an estate is a part of its name (万科城3期), unless the name begins with it (57号院).
    for (const [run] of text.matchAll(part === 'estate' ? /^\d+/g : /\d+/g)) numbers.push({ text: bare(run), role })
    for (const [run] of text.matchAll(/[a-z]+/g)) letters.push({ text: run, role })
  }
  return { numbers, letters, names }
}

const isOf = (atom: Atom, role: Role) => atom.roles.length === 0 || atom.roles.includes(role)

// Each number typed is another number of the door: 2-2-402 is not behind 3号楼2单元. Without a word beside them the building stands
// before the unit: 3-2 is 3号楼2单元 and never 2号楼3单元.
function numbersFit(
  asked: readonly Atom[],
  isOpen: boolean,
  own: Own['numbers'],
  used: readonly number[] = [],
  hadUnit = false,
): Fit | undefined {
  const [first, ...rest] = asked
  if (!first) return 'whole'
  const isLast = rest.length === 0
  const isBare = first.roles.length === 0
  let best: Fit | undefined
  for (const [at, { text, role }] of own.entries()) {
    if (used.includes(at) || !isOf(first, role) || (isBare && hadUnit && role === 'building')) continue
    const isWhole = text === first.text
    const isBegun = isLast && isOpen && role === 'room' && first.text.length > 1 && text.startsWith(first.text)
    if (!isWhole && !isBegun) continue
    const others = numbersFit(rest, isOpen, own, [...used, at], hadUnit || (isBare && role === 'unit'))
    if (others === 'whole' && isWhole) return 'whole'
    if (others) best = 'begun'
  }
  return best
}

// A run of characters is of one name, or of several behind each other: 翠苑东楼 is 翠苑小区 and 东楼.
function isCovered(run: string, names: readonly string[], fits: (piece: string, name: string) => boolean): boolean {
  if (names.some((name) => fits(run, name))) return true
  for (let at = run.length - 1; at > 1; at -= 1) {
    const name = names.find((one) => fits(run.slice(0, at), one))
    if (
      name !== undefined &&
      isCovered(
        run.slice(at),
        names.filter((one) => one !== name),
        fits,
      )
    )
      return true
  }
  return false
}

/**
 * How the doors fit that a typed text seeks: it may name estate, building, unit, group and room in any order, in the ways people
 * write them (3号楼2单元402, 3-2-402, 402 翠苑), names by any piece or by their pinyin initials, where `initials` is given. Undefined
 * where the text asks nothing; the answer is undefined for a door that does not fit. The one rule of phone, console and server.
 */
export function doorSought(typed: string, initials?: Initials): ((door: SoughtDoor) => Fit | undefined) | undefined {
  const { numbers, letters, names, isOpen } = read(typed)
  if (numbers.length + letters.length + names.length === 0) return undefined
  return (door) => {
    const own = ownOf(door)
    if (!names.every((run) => isCovered(run, own.names, (piece, name) => name.includes(piece)))) return undefined
    const isLettered = (atom: Atom) =>
      own.letters.some(({ text, role }) => text === atom.text && isOf(atom, role)) ||
      (initials !== undefined &&
        isCovered(atom.text, own.names, (piece, name) => initials(name).some((one) => one.startsWith(piece))))
    if (!letters.every(isLettered)) return undefined
    return numbersFit(numbers, isOpen, own.numbers)
  }
}

/** Those whose door a typed text seeks (`doorSought`): whole fits first, else in their order; none where it asks nothing. */
export function doorsSought<T>(
  all: readonly T[],
  typed: string,
  doorOf: (one: T) => SoughtDoor | null,
  initials?: Initials,
): T[] {
  const fit = doorSought(typed, initials)
  if (!fit) return []
  const fits = all.map((one) => {
    const door = doorOf(one)
    return door ? fit(door) : undefined
  })
  return [...all.filter((_, at) => fits[at] === 'whole'), ...all.filter((_, at) => fits[at] === 'begun')]
}

/** Whether the initials of names are needed to answer a typed text: it has letters. */
export const asksInitials = (typed: string): boolean => read(typed).letters.length > 0

/** What a typed text asks, for a server that cannot look at every door. */
export interface AskedOfDoors {
  /**
   * What each door that the text seeks holds somewhere in its parts, as far as these are written with 0-9, a-z and no Chinese number:
   * its longest number, else the first character of a name. Undefined where only letters are typed, or nothing.
   */
  readonly held: string | undefined
  /** How many parts of a door are named, and how many of them by a number. */
  readonly parts: number
  readonly numbers: number
}

/** Reads a typed text for what the doors that it seeks must hold. */
export function askedOfDoors(typed: string): AskedOfDoors {
  const { numbers, letters, names } = read(typed)
  const longest = numbers.map(({ text }) => text).sort((a, b) => b.length - a.length)[0]
  return {
    held: longest ?? names.map((name) => [...name][0])[0],
    parts: numbers.length + letters.length + names.length,
    numbers: numbers.length,
  }
}

/**
 * Whether doors of these names can be what a text with letters seeks: each run of letters is one of their letters, or their initials
 * begin as it does. True says nothing of a single door.
 */
export function mayBeginSo(typed: string, names: readonly string[], initials: Initials): boolean {
  const begins = (run: string) => names.some((name) => initials(plain(name)).some((one) => one.startsWith(run.slice(0, 2))))
  const isOwn = (run: string) => names.some((name) => [...plain(name).matchAll(/[a-z]+/g)].some(([own]) => own === run))
  return read(typed).letters.every(({ text }) => isOwn(text) || begins(text))
}
