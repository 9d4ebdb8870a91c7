import { pinyin } from 'pinyin-pro'

/** Pinyin initials of a name, lower case, for search by prefix: 刘洋 → ly, 阿依古丽·买买提江 → aygl mmtj without the dot. Letters stay. */
export function initialsOf(name: string): string {
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive' })
  return initials
    .map((part) => part.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .join('')
    .slice(0, 40)
}

const charactersOf = (text: string) => [...text.toLowerCase().replace(/[\s·•．・‧∙･⋅]/g, '')]

/** Neighbouring pairs of a name and its last character, by which it is found: 马晓燕 → 马晓 晓燕 燕. */
export function gramsOf(name: string): string[] {
  const characters = charactersOf(name)
  return [...new Set(characters.map((character, at) => character + (characters[at + 1] ?? '')))].slice(0, 80)
}

/** What must all be there for a text to be found: its pairs, or the one character with which a gram begins. */
export function gramsSought(text: string): string[] {
  const characters = charactersOf(text)
  return characters.length === 1
    ? characters
    : [...new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))]
}
