import type { Dictionary, SubjectWords } from './words.ts'

function keysOf(dictionary: Dictionary, prefix = ''): string[] {
  return Object.entries(dictionary).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  )
}
function textOf(dictionary: Dictionary, path: string): string {
  const found = path
    .split('.')
    .reduce<string | Dictionary>((level, key) => (typeof level === 'string' ? '' : (level[key] ?? '')), dictionary)
  return typeof found === 'string' ? found : ''
}
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

/**
 * What is wrong with the two languages of a subject, one line each: a key only one has, an empty text, or blanks
 * ({{name}}) that differ. English may have a twin `…_one` of a key. Empty when all is well.
 */
export function faultsOfWords(subject: string, { zh, en }: SubjectWords): string[] {
  const chinese = new Set(keysOf(zh))
  const english = new Set(keysOf(en).filter((key) => !key.endsWith('_one')))
  return [
    ...[...chinese].filter((key) => !english.has(key)).map((key) => `${subject}: ${key} has no English`),
    ...[...english].filter((key) => !chinese.has(key)).map((key) => `${subject}: ${key} has no Chinese`),
    ...[...chinese].filter((key) => textOf(zh, key).trim() === '').map((key) => `${subject}: ${key} is empty`),
    ...[...chinese]
      .filter((key) => english.has(key) && blanks(textOf(zh, key)).join() !== blanks(textOf(en, key)).join())
      .map((key) => `${subject}: ${key} has other blanks in English`),
  ]
}

/** Keys that a source text asks with t('…') or t("…") but the dictionary has not; keys built at run time are not seen. */
export function keysMissing(source: string, { zh }: SubjectWords): string[] {
  const known = new Set(keysOf(zh))
  return [...source.matchAll(/\bt\(\s*['"]([\w.-]+)['"]/g)].map(([, key]) => key ?? '').filter((key) => !known.has(key))
}
