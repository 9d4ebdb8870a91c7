import type { Dictionary, SubjectWords } from './words.ts'

// By their whole names; a name may itself have dots in it, as names of measures have.
function textsOf(dictionary: Dictionary, prefix = ''): [string, string][] {
  return Object.entries(dictionary).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : textsOf(value, `${prefix}${key}.`),
  )
}
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

/**
 * What is wrong with the two languages of a subject, one line each: a key only one has, an empty text, or blanks
 * ({{name}}) that differ. English may have a twin `…_one` of a key. Empty when all is well.
 */
export function faultsOfWords(subject: string, { zh, en }: SubjectWords): string[] {
  const chinese = new Map(textsOf(zh))
  const english = new Map(textsOf(en).filter(([key]) => !key.endsWith('_one')))
  return [
    ...[...chinese.keys()].filter((key) => !english.has(key)).map((key) => `${subject}: ${key} has no English`),
    ...[...english.keys()].filter((key) => !chinese.has(key)).map((key) => `${subject}: ${key} has no Chinese`),
    // An empty English text would be said in Chinese.
    ...[...chinese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => `${subject}: ${key} is empty`),
    ...[...chinese]
      .filter(([key, text]) => english.has(key) && blanks(text).join() !== blanks(english.get(key) ?? '').join())
      .map(([key]) => `${subject}: ${key} has other blanks in English`),
  ]
}

/** Keys that a source text asks with t('…') or t("…"), by whatever name it has t, but the dictionary has not; keys built at run time are not seen. */
export function keysMissing(source: string, { zh }: SubjectWords, t = 't'): string[] {
  const known = new Set(textsOf(zh).map(([key]) => key))
  const asked = source.matchAll(new RegExp(`\\b${t}\\(\\s*['"]([\\w.-]+)['"]`, 'g'))
  return [...asked].map(([, key]) => key ?? '').filter((key) => !known.has(key))
}
