import {
  aspects,
  emergencyFunctions,
  evidences,
  overControls,
  personKinds,
  restrictions,
  roles,
  strengths,
  subjects,
  wheres,
  type Words,
} from '../../../vocabulary.ts'
import { wordsOfChoice } from '../../library/form/choices.words.ts'
import { wordsOfField } from '../../library/form/fields.words.ts'
import { keysIn, keysOf, nodeOf } from '../../library/form/schema-nodes.ts'
import { nearestOf, someOf } from './nearest.ts'
import { shapeOf } from './shapes.ts'

type Path = readonly (string | number)[]

/** What has an id and a name that people know it by. */
const named: readonly Readonly<Record<string, Words>>[] = [
  ...[aspects, emergencyFunctions, evidences, overControls, personKinds],
  ...[restrictions, roles, strengths, subjects, wheres],
]

/** The names that a mistake speaks of. */
export const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** What does not fit at one place: by which keyword of the schema, and what that asks. */
export interface Mistake {
  keyword: string
  params: Readonly<Record<string, unknown>>
}

/** The id that is meant where somebody wrote its Chinese name. */
function idMeant(given: unknown, ids: readonly string[]): string | undefined {
  if (typeof given !== 'string') return undefined
  return named.flatMap((table) => Object.entries(table)).find(([id, { zh }]) => zh === given && ids.includes(id))?.[0]
}

/** Names in a row, each with its words behind it. */
const sayNames = (names: readonly string[], wordsOf: (name: string) => Words | undefined): Words => {
  const said = names.map((name) => ({ name, words: wordsOf(name) }))
  return {
    zh: said.map(({ name, words }) => (words && words.zh !== name ? `${name}（${words.zh}）` : name)).join('、'),
    en: said.map(({ name, words }) => (words && words.en !== name ? `${name} (${words.en})` : name)).join(', '),
  }
}

const longestShown = 60

/** What was written, where it is short enough to be said again. */
function sayGiven(given: unknown): Words | undefined {
  if (given === null || given === '') return { zh: '空着', en: 'is empty' }
  if (typeof given !== 'string' && typeof given !== 'number' && typeof given !== 'boolean') return undefined
  const text = [...String(given)]
  const shown = text.length > longestShown ? `${text.slice(0, longestShown).join('')}…` : text.join('')
  return { zh: `写的是“${shown}”`, en: `says “${shown}”` }
}

/** A value that is none of those which may stand there: the one that is meant, the nearest, or some of them. */
function sayUnknown(path: Path, given: unknown, names: readonly string[]): Words {
  const { zh, en } = subjectOf(path)
  const keys = keysIn(path)
  const wordsOf = (name: string) => wordsOfChoice(keys, name)
  const meant = idMeant(given, names)
  if (meant !== undefined)
    return { zh: `${zh}的“${String(given)}”要写成 ${meant}`, en: `${en}: “${String(given)}” is written ${meant}` }
  const said = sayGiven(given) ?? { zh: '写得不对', en: 'is not written as it should be' }
  const near = typeof given === 'string' ? nearestOf(given, names, wordsOf) : []
  if (near.length > 0) {
    const are = sayNames(near, wordsOf)
    return {
      zh: `${zh}${said.zh}，没有这个值。最接近的：${are.zh}`,
      en: `${en} ${said.en}, which is no value here. The nearest: ${are.en}`,
    }
  }
  const some = sayNames(someOf(names), wordsOf)
  const isAll = names.length <= someOf(names).length
  return isAll
    ? { zh: `${zh}${said.zh}，只能是 ${some.zh}`, en: `${en} ${said.en}; it is one of ${some.en}` }
    : {
        zh: `${zh}${said.zh}，没有这个值。一共有 ${names.length} 个，例如 ${some.zh}；写到这里按提示选`,
        en: `${en} ${said.en}, which is no value here. There are ${names.length}, such as ${some.en}; the hints there list them all`,
      }
}

const kindsOfValue: Readonly<Record<string, Words>> = {
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数', en: 'a number' },
  boolean: { zh: 'true（是）或 false（否）', en: 'true (yes) or false (no)' },
  string: { zh: '文字', en: 'text' },
  array: { zh: '列表，每项以“- ”开头，或写在 [ ] 里', en: 'a list, each entry begun with “- ”, or all in [ ]' },
  object: { zh: '“名称: 内容”，一行一项，或写在 { } 里', en: '“name: value”, one a line, or all in { }' },
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : 0)

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)

/** Too few, too many, too small, too large. */
function sayMeasure({ keyword, params }: Mistake): Words | undefined {
  const limit = numberOf(params.limit)
  switch (keyword) {
    case 'minLength':
      return { zh: '这里要写', en: 'has to be written' }
    case 'minItems':
      return { zh: `至少要写 ${limit} 项`, en: `has at least ${entries(limit)}` }
    case 'maxItems':
      return { zh: `最多写 ${limit} 项`, en: `has at most ${entries(limit)}` }
    case 'minimum':
      return { zh: `不能小于 ${limit}`, en: `is no smaller than ${limit}` }
    case 'maximum':
      return { zh: `不能大于 ${limit}`, en: `is no larger than ${limit}` }
    case 'const':
      return { zh: `只能写 ${String(params.allowedValue)}`, en: `is always ${String(params.allowedValue)}` }
    default:
      return undefined
  }
}

function sayMissing(path: Path, names: readonly string[]): { code: string; text: Words } {
  if (names.includes('source')) {
    return {
      code: 'source.missing',
      text: { zh: '没有写依据：要有 source（文件和哪一条）', en: 'no source: say the document and the section' },
    }
  }
  const keys = keysIn(path)
  const { zh, en } = sayNames(names, (name) => wordsOfField([...keys, name])?.words)
  return { code: 'field.missing', text: { zh: `少了 ${zh}`, en: `missing: ${en}` } }
}

/** What is wrong at a place, with its code: what it is called there, what was written, and what may stand there. */
export function sayMistake(mistake: Mistake, path: Path, given: unknown): { code: string; text: Words } {
  const { keyword, params } = mistake
  const { zh, en } = subjectOf(path)
  const key = path.at(-1)
  if (keyword === 'required') return sayMissing(path, textsOf(params.requiredProperties))
  if (keyword === 'enum') return { code: 'value.unknown', text: sayUnknown(path, given, textsOf(params.allowedValues)) }
  if (keyword === 'type' && params.type === 'string' && typeof given === 'number')
    return {
      code: 'value.type',
      text: { zh: `${zh}的 ${given} 要加引号，写成 '${given}'`, en: `${en}: ${given} is put in quotes, '${given}'` },
    }
  const code = keyword === 'type' ? 'value.type' : 'value.form'
  const said = sayGiven(given)
  const [has, says] = said ? [`${said.zh}，`, `${said.en}; it `] : ['', '']
  const shape = keyword === 'pattern' || keyword === 'type' ? shapeOf(key, params, given) : undefined
  if (shape) return { code, text: { zh: `${zh}${has}要写成 ${shape.zh}`, en: `${en} ${says}is written as ${shape.en}` } }
  const kind = keyword === 'type' ? kindsOfValue[[params.type].flat().map(String)[0] ?? ''] : undefined
  if (kind) return { code, text: { zh: `${zh}${has}要写${kind.zh}`, en: `${en} ${says}should be ${kind.en}` } }
  const measure = sayMeasure(mistake)
  if (measure) return { code, text: { zh: `${zh}${has}${measure.zh}`, en: `${en} ${says}${measure.en}` } }
  return { code, text: { zh: `${zh}${has}写法不对`, en: `${en} ${says}is not written as packs are` } }
}

/** What a sentence is about: a key by its name, or which entry of which list. */
function subjectOf(path: Path): Words {
  const keys = keysIn(path)
  const key = keys.at(-1) ?? ''
  const words = wordsOfField(keys)?.words
  const own = words ? { zh: `${words.zh}（${key}）`, en: `${words.en} (${key})` } : { zh: key, en: key }
  // Of both languages it is said of what they are.
  const isLanguage = (key === 'zh' || key === 'en') && keys.length > 1
  const of = isLanguage ? subjectOf(path.slice(0, -1)) : undefined
  const named = of ? { zh: `${of.zh}的${own.zh}`, en: `${of.en.replace(/,$/, '')}: ${own.en}` } : own
  const last = path.at(-1)
  if (typeof last !== 'number') return named
  return { zh: `${named.zh}第 ${last + 1} 项`, en: `${named.en}, entry ${last + 1},` }
}

/** A word that packs do not know, with those that are nearest. */
export function sayUnknownWord(path: Path, name: string): Words {
  const keys = keysIn(path)
  const wordsOf = (one: string) => wordsOfField([...keys, one])?.words
  const near = sayNames(nearestOf(name, keysOf(nodeOf(keys)), wordsOf), wordsOf)
  const [zh, en] = near.zh ? [`。最接近的：${near.zh}`, `; the nearest: ${near.en}`] : ['', '']
  return { zh: `多了不认识的一项：${name}${zh}`, en: `not a word of packs: ${name}${en}` }
}
