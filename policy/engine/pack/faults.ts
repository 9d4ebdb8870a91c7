import Value from 'typebox/value'
import type { Words } from '../../vocabulary.ts'
import { Pack } from './schema.ts'

/** Where in the pack, as keys from the root, something is wrong, and what, in words a policy officer understands. */
export interface Fault {
  path: readonly (string | number)[]
  code: string
  text: Words
}

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

function sayMistake({ keyword, params }: Mistake, last: string): { code: string; text: Words } {
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
  if (keyword === 'additionalProperties') {
    const names = texts(params.additionalProperties).join('、')
    return { code: 'field.unknown', text: { zh: `多了不认识的一项：${names}`, en: `not a word of packs: ${names}` } }
  }
  if (keyword === 'enum') {
    const names = texts(params.allowedValues)
    const some = names.length > 12 ? [...names.slice(0, 12), '…'] : names
    return {
      code: 'value.unknown',
      text: { zh: `${last} 只能是 ${some.join('、')}`, en: `${last} is one of ${some.join(', ')}` },
    }
  }
  if (keyword === 'pattern')
    return { code: 'value.form', text: { zh: `${last} 的写法不对`, en: `${last} is not written as it should be` } }
  if (keyword === 'type')
    return { code: 'value.type', text: { zh: `${last} 的内容类型不对`, en: `${last} holds the wrong kind of value` } }
  return { code: 'value.form', text: { zh: `${last} 的内容不合要求`, en: `${last} does not meet the form of packs` } }
}

/** What keeps a parsed object from being a pack by its form; at most one sentence for each place. */
export function formFaults(raw: unknown): Fault[] {
  const said = new Set<string>()
  return Value.Errors(Pack, raw).flatMap((error) => {
    if (error.keyword === 'boolean' || error.keyword === 'anyOf' || said.has(error.instancePath)) return []
    said.add(error.instancePath)
    const path = pathOf(error.instancePath)
    return [
      { path, ...sayMistake({ keyword: error.keyword, params: error.params as Mistake['params'] }, String(path.at(-1) ?? '')) },
    ]
  })
}

/** Whether a parsed object has the form of a pack. */
export const isPack = (raw: unknown): raw is Pack => Value.Check(Pack, raw)
