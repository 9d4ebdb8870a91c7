import Value from 'typebox/value'
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
} from '../../vocabulary.ts'
import { mostRules, Pack } from './schema.ts'
import { sayRhythm, shapeOf } from './shapes.ts'

/** Where in the pack, as keys from the root, something is wrong, and what, in words a policy officer understands. */
export interface Fault {
  path: readonly (string | number)[]
  code: string
  text: Words
}

/** What has an id and a name that people know it by. */
const named: readonly Readonly<Record<string, Words>>[] = [
  ...[aspects, emergencyFunctions, evidences, overControls, personKinds],
  ...[restrictions, roles, strengths, subjects, wheres],
]

const pathOf = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')))

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

interface Mistake {
  keyword: string
  params: Readonly<Record<string, unknown>>
}

/** The id that is meant where somebody wrote its Chinese name. */
function idMeant(given: unknown, ids: readonly string[]): string | undefined {
  if (typeof given !== 'string') return undefined
  return named.flatMap((table) => Object.entries(table)).find(([id, { zh }]) => zh === given && ids.includes(id))?.[0]
}

function sayMistake({ keyword, params }: Mistake, path: Fault['path'], given: unknown): { code: string; text: Words } {
  const { zh, en } = subjectOf(path)
  const key = path.at(-1)
  if (keyword === 'required') {
    const names = texts(params.requiredProperties)
    if (names.includes('source')) {
      return {
        code: 'source.missing',
        text: { zh: '没有写依据：要有 source（文件和哪一条）', en: 'no source: say the document and the section' },
      }
    }
    return { code: 'field.missing', text: { zh: `少了 ${names.join('、')}`, en: `missing: ${names.join(', ')}` } }
  }
  if (keyword === 'enum') {
    const names = texts(params.allowedValues)
    const meant = idMeant(given, names)
    if (meant !== undefined)
      return {
        code: 'value.unknown',
        text: { zh: `${zh} 的“${String(given)}”要写成 ${meant}`, en: `${en}: “${String(given)}” is written ${meant}` },
      }
    const some = names.length > 12 ? [...names.slice(0, 12), '…'] : names
    return {
      code: 'value.unknown',
      text: { zh: `${zh} 只能是 ${some.join('、')}`, en: `${en} is one of ${some.join(', ')}` },
    }
  }
  if (keyword === 'type' && params.type === 'string' && typeof given === 'number')
    return {
      code: 'value.type',
      text: { zh: `${zh} 的 ${given} 要加引号，写成 '${given}'`, en: `${en}: ${given} is put in quotes, '${given}'` },
    }
  const shape = keyword === 'pattern' || keyword === 'type' ? shapeOf(key, params, given) : undefined
  if (shape)
    return {
      code: keyword === 'type' ? 'value.type' : 'value.form',
      text: { zh: `${zh} 要写成 ${shape.zh}`, en: `${en} is written as ${shape.en}` },
    }
  if (keyword === 'pattern')
    return { code: 'value.form', text: { zh: `${zh} 的写法不对`, en: `${en} is not written as it should be` } }
  if (keyword === 'type')
    return { code: 'value.type', text: { zh: `${zh} 的内容类型不对`, en: `${en} holds the wrong kind of value` } }
  return { code: 'value.form', text: { zh: `${zh} 的内容不合要求`, en: `${en} does not meet the form of packs` } }
}

const valueAt = (raw: unknown, path: Fault['path']): unknown =>
  path.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[key] : undefined),
    raw,
  )

/** What a sentence is about: the key, or which entry of which list. */
function subjectOf(path: Fault['path']): Words {
  const last = path.at(-1)
  if (typeof last !== 'number') return { zh: String(last), en: String(last) }
  const list = path.filter((key) => typeof key === 'string').at(-1) ?? ''
  return { zh: `${list} 第 ${last + 1} 项`, en: `entry ${last + 1} of ${list}` }
}

function sayNoPack(raw: unknown): { code: string; text: Words } {
  const text =
    raw === null || raw === undefined
      ? { zh: '还什么都没写：规则包从 id、is、version 写起', en: 'nothing is written yet: a pack begins with id, is and version' }
      : { zh: '规则包要一行一项，写成“名称: 内容”', en: 'a pack is written as one “name: value” a line' }
  return { code: 'value.type', text }
}

/** A word that packs do not know, each at its own place in the text. */
const unknownWords = (path: Fault['path'], names: readonly string[]): Fault[] =>
  names.map((name) => ({
    path: [...path, name],
    code: 'field.unknown',
    text: { zh: `多了不认识的一项：${name}`, en: `not a word of packs: ${name}` },
  }))

/** A rhythm has several forms; what each of them lacks is said as one. */
function sayRhythmAt(raw: unknown, path: (string | number)[], said: Set<string>): Fault[] {
  const place = `rhythm ${path.join(' ')}`
  if (said.has(place)) return []
  said.add(place)
  return [{ path, code: 'value.form', text: sayRhythm(valueAt(raw, path)) }]
}

/** What keeps a parsed object from being a pack by its form; at most one sentence for each place, at the root one of each sort. */
export function formFaults(raw: unknown): Fault[] {
  const said = new Set<string>()
  return Value.Errors(Pack, raw).flatMap((error): Fault[] => {
    const place = error.instancePath || error.keyword
    if (error.keyword === 'boolean' || error.keyword === 'anyOf' || said.has(place)) return []
    said.add(place)
    const path = pathOf(error.instancePath)
    const rhythm = path.indexOf('how_often')
    if (rhythm >= 0) return sayRhythmAt(raw, path.slice(0, rhythm + 1), said)
    const mistake = { keyword: error.keyword, params: error.params as Mistake['params'] }
    if (mistake.keyword === 'additionalProperties') return unknownWords(path, texts(mistake.params.additionalProperties))
    if (path.length === 0 && mistake.keyword === 'type') return [{ path, ...sayNoPack(raw) }]
    return [{ path, ...sayMistake(mistake, path, valueAt(raw, path)) }]
  })
}

const lists = ['measures', 'limits', 'rights', 'terms', 'settings', 'lines'] as const
// Rules whose form was found right; a rule that stands unchanged in the next text of a draft is the same object.
const wellFormed = Object.fromEntries(lists.map((of) => [of, new WeakSet<object>()])) as Record<
  (typeof lists)[number],
  WeakSet<object>
>

const isRule = (of: (typeof lists)[number], rule: unknown): boolean => {
  if (typeof rule !== 'object' || rule === null) return false
  if (wellFormed[of].has(rule)) return true
  const isRight = Value.Check(Pack.properties[of].items, rule)
  if (isRight) wellFormed[of].add(rule)
  return isRight
}

/** Whether a parsed object has the form of a pack; a rule that was looked at before is not looked at again. */
export function isPack(raw: unknown): raw is Pack {
  if (typeof raw !== 'object' || raw === null) return false
  const shell: Record<string, unknown> = { ...raw }
  for (const of of lists) {
    const all = shell[of]
    if (!Array.isArray(all) || all.length > mostRules) continue
    if (!all.every((rule) => isRule(of, rule))) return false
    // All of them being right, one stands for the list in what is left.
    shell[of] = all.slice(0, 1)
  }
  return Value.Check(Pack, shell)
}
