import { standardCharacters } from '../text/standard-characters.ts'
import { tidyText } from '../text/tidy-text.ts'

// Nearly all names: nothing to take away, and looked at first because an import looks at every row.
const usual = /^[\u4e00-\u9fff]+$/

/**
 * A person's name as it is kept: exactly the characters given (rare ones, Latin letters), only composed (Unicode NFC) and by their standard
 * places where a font kept them elsewhere, without
 * what nobody sees, without blanks around it and with single blanks inside; blanks between Chinese characters are layout and
 * go; the dot between the parts of a name is always U+00B7, whichever the keyboard wrote. Twice changes nothing.
 */
export function plainName(typed: string): string {
  if (usual.test(typed)) return typed
  return standardCharacters(tidyText(typed, 'line'))
    .replace(/\s+/g, ' ')
    .replace(/ ?[·•．・‧∙･⋅] ?/g, '·')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
}

/** A name by which two records are compared: middle dots of all kinds and letter case do not count. */
export const comparableName = (name: string): string =>
  usual.test(name) ? name : plainName(name).replace(/[·.]/g, '').replace(/ /g, '').toLowerCase()

/** A name as it may be shown on a list that hangs in public: the family name and stars. */
export function maskName(name: string): string {
  const characters = [...name]
  return (characters[0] ?? '') + '*'.repeat(Math.min(2, Math.max(0, characters.length - 1)))
}
