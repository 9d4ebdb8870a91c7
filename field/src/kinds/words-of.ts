import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { columnsOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import { isPointing } from '@wangdi/domain/kinds/pointing/pointers.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import type { OnPhone } from './on-phone.ts'

const names = (values: readonly Values[]): string[] =>
  values.flatMap((row) => {
    const [first] = Object.values(row)
    return typeof first === 'string' ? [first] : []
  })

/** What a request is called in a list: what was chosen first, and how many things that means; else its kind. */
export function titleOf({ row, kind, fields }: Pick<OnPhone, 'row' | 'kind' | 'fields'>): Words {
  const [first] = columnsOf(kind)
  const chosen = first && wordsOfValue(first[1], row.fields[first[0]])
  const title = chosen ?? kind.words
  const rows = fields.find(([, { type }]) => type === 'rows')
  const n = rows ? (row.fields[rows[0]] as readonly Values[]).length : 0
  return n === 0 ? title : { zh: `${title.zh} ${n} 样`, en: `${title.en} (${n})` }
}

/** What stands below it: the things by name, else what else was said, in a line. */
export function lineOf({ row, kind, fields }: OnPhone, language: 'zh' | 'en'): string {
  const [first] = columnsOf(kind)
  return fields
    .filter(([name, field]) => name !== first?.[0] && field.type !== 'phone' && !isPointing(field))
    .map(([name, field]) =>
      field.type === 'rows'
        ? names(row.fields[name] as readonly Values[]).join(language === 'zh' ? '、' : ', ')
        : (wordsOfValue(field, row.fields[name])?.[language] ?? ''),
    )
    .filter(Boolean)
    .join(' · ')
}
