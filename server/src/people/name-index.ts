import { initialsOf as readingsOf } from '@wangdi/domain/text/initials.ts'

/** Pinyin initials of a name in its likeliest reading, lower case, for search by prefix: 刘洋 → ly. Its other readings are grams. */
export const initialsOf = (name: string): string => readingsOf(name)[0] ?? ''

// No character of a name that is sought.
const reading = '~'

const charactersOf = (text: string) => [...text.toLowerCase().replace(/[\s·•．・‧∙･⋅]/g, '')]

/**
 * Neighbouring pairs of a name and its last character, by which it is found: 马晓燕 → 马晓 晓燕 燕; and its initials in every reading
 * but the likeliest: 张乐 → 张乐 乐 ~zy.
 */
export function gramsOf(name: string): string[] {
  const characters = charactersOf(name)
  const pairs = [...new Set(characters.map((character, at) => character + (characters[at + 1] ?? '')))].slice(0, 80)
  return [...pairs, ...readingGramsOf(name)]
}

/** The initials of a name in every reading but the likeliest, as grams: 张乐 → ~zy. */
export const readingGramsOf = (name: string): string[] =>
  readingsOf(name)
    .slice(1)
    .map((one) => reading + one)

/** With what the gram of a reading begins that a text of letters seeks. */
export const readingSought = (text: string): string => reading + text.toLowerCase()

/** What must all be there for a text to be found: its pairs, or the one character with which a gram begins. */
export function gramsSought(text: string): string[] {
  const characters = charactersOf(text)
  return characters.length === 1
    ? characters
    : [...new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))]
}
