import type { Words } from '../../problem.ts'
import type { StandsOnImport } from './undo.api.ts'

const names: Readonly<Record<keyof StandsOnImport, Words>> = {
  visits: { zh: '走访', en: 'visits' },
  orders: { zh: '管控令', en: 'orders' },
  corrections: { zh: '更正', en: 'corrections' },
  requests: { zh: '诉求', en: 'requests' },
  proofs: { zh: '居住证明', en: 'proofs of residence' },
  decisions: { zh: '核对结果', en: 'things settled' },
  records: { zh: '其他登记', en: 'other records' },
  people: { zh: '后来登记在这些门牌的人', en: 'people entered at its doors since' },
  doors: { zh: '后来加的门牌', en: 'doors added since' },
  grids: { zh: '划进网格的门牌', en: 'doors drawn into grids' },
  rounds: { zh: '结束的摸排', en: 'rounds that are over' },
  imports: { zh: '后来的导入', en: 'later imports' },
}

/** How much stands on an import: all of it, and by what it is in both languages, what there is none of left out. */
export function standing(stands: StandsOnImport): { total: number } & Words {
  const some = (Object.keys(names) as (keyof StandsOnImport)[]).filter((key) => stands[key] > 0)
  return {
    total: some.reduce((sum, key) => sum + stands[key], 0),
    zh: some.map((key) => `${names[key].zh} ${stands[key]}`).join('、'),
    en: some.map((key) => `${names[key].en}: ${stands[key]}`).join(', '),
  }
}
