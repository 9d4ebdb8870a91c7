import type { Cell } from '../../../sheet.ts'
import { halfWidth } from '../../../text/half-width.ts'
import { textOf } from '../cells.ts'

/** What words say to a question of health: yes, no, nothing at all, or something that a person has to look at. */
export type Said = 'yes' | 'no' | 'nothing' | 'unclear'

const nothing = /^(不详|不明|未知|不清楚|不知道|待查|待核实|[-—–/\\.。?？]+|n\/a|#n\/a|null)$/i
const no =
  /^(无|没有?|否|不是|不患病?|非|未|[0０]|[x×✗✘]|n|no|false|none|健康|良好?|好|很好|较好|还好|尚可|尚好|可以|一般|正常|未见异常|无异常|身体(健康|良好|好|很好|正常|硬朗)|健康或良好|硬朗|健在|没病|无病|无恙|良好或健康|未发现|未检出|未查出|基本健康)$/i
const well =
  /^(身体|健康|体格|精神|一切|目前|现在|基本|总体|状况|情况|状态|各项|体检|指标|均|都|血压|血糖|血脂)*(健康|良好|好|很好|挺好|不错|还行|还可以|可以|尚可|尚好|较好|正常|硬朗|体健|无病|没病|无恙)+$/
const answered = /^(.+)[:：=](无|没有?|否|0|[x×]|正常)$/i
const denied = /^(无|没有?|否认|未(患|得|有|见|发现|诊断)?|不(患|是|属于|存在|符合)|非|已?排除)(?!法|症状不明)[^，,、;；和但有]*$/
const doubtful = /疑似|可能|待(定|查|核实|确认)|不确定|曾|既往|已?治愈|痊愈|康复|[?？]|或|申请|拟|家族/
const ill =
  /病|症|癌|瘤|炎|高血[压脂糖]|血[压脂糖](偏?高|升高)|三高|糖尿|冠心|心(脏|梗|衰|绞痛|律不齐|肌)|脑(梗|卒中|出血|溢血|萎缩|血栓)|中风|偏瘫|瘫|哮喘|慢阻肺|肺气肿|支架|搭桥|起搏器|透析|肾(衰|功能|移植)|结石|硬化|痴呆|帕金森|阿尔茨海默|痛风|贫血|骨质|骨折|甲亢|甲减|甲状腺|白内障|青光眼|风湿|类风湿|腰突|腰椎|颈椎|溃疡|尿毒|白血|抑郁|精神|癫痫|肝硬|乙肝|丙肝|结核|尘肺|衰竭|手术后|术后|化疗|放疗|慢[性]?|过敏|肥胖/
const yes = /^(是|有|患|患有|对|y|yes|true|√|✓|有病|患病|有基础(性)?疾?病|有慢性?病|慢性?病|基础(性)?疾?病)$/i

/** What one item of a cell of illness says. */
function itemSaid(item: string): Said {
  const text = item.replace(/\s+/g, '')
  if (text === '') return 'nothing'
  if (nothing.test(text)) return 'nothing'
  if (no.test(text) || well.test(text) || answered.test(text)) return 'no'
  // 高血压（无）: the head of a printed form with its answer, or an illness with a remark; nobody can tell.
  const [, before = text, inside = ''] = /^([^(]+)\(([^)]*)\)?$/.exec(text) ?? []
  if (inside !== '' && (no.test(inside) || denied.test(inside))) return 'unclear'
  if (denied.test(before)) return 'no'
  if (doubtful.test(text)) return 'unclear'
  return yes.test(before) || ill.test(before) ? 'yes' : 'unclear'
}

/** Of a printed form with boxes, □无 ☑高血压, what is ticked; all other texts stay. */
export const ticked = (text: string): string =>
  /[□☐☑☒■✔]/.test(text)
    ? text
        .split(/(?=[□☐☑☒■✔])/)
        .filter((part) => !/^[□☐]/.test(part))
        .map((part) => part.replace(/^[☑☒■✔]\s*/, '').trim())
        .filter((part) => part !== '')
        .join('，')
    : text

/** What a cell of illness says, with the items that say yes in its own words. */
export function illnessSaid(cell: Cell): { readonly said: Said; readonly items: readonly string[] } {
  const text = halfWidth(textOf(cell))
  if (text === '') return { said: 'nothing', items: [] }
  const told = ticked(text)
    .split(/[，,、;；/／|\n+]+/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => [item, itemSaid(item)] as const)
  const items = [...new Set(told.flatMap(([item, said]) => (said === 'yes' ? [item] : [])))]
  const some = (wanted: Said) => told.some(([, said]) => said === wanted)
  // 无高血压、糖尿病 denies both, or only the first; nobody can tell.
  const isListDenied = told[0]?.[1] === 'no' && denied.test(told[0][0]) && !items.some((item) => /^[有患]/.test(item))
  if (items.length > 0 && isListDenied) return { said: 'unclear', items: [] }
  if (items.length > 0) return { said: 'yes', items }
  return { said: some('unclear') ? 'unclear' : some('no') ? 'no' : 'nothing', items }
}

/** Whether an illness is stable: undefined where nothing stands or the words are not known. */
export function stableSaid(cell: Cell): boolean | undefined {
  const text = halfWidth(textOf(cell)).replace(/\s+/g, '')
  if (
    /不(太|够|很|怎么)?(稳|好|佳|理想)|未(稳|控制)|控制不|欠(佳|稳)|波动|加重|恶化|反复|控制(较)?差|^(否|不|差|较差|0|[x×]|n|no)$/i.test(
      text,
    )
  )
    return false
  if (/稳|控制(较|很|得|尚)?(良好|好|理想|可)|^(是|良好|好|较好|正常|可控|平稳|1|√|✓|y|yes)$/i.test(text)) return true
  return undefined
}
