import type { Cell } from '../../../sheet.ts'
import { halfWidth } from '../../../text/half-width.ts'
import { textOf } from '../cells.ts'
import { hasTick, tickAlone, ticked } from './ticks.ts'

/** What words say to a question of health: yes, no, nothing at all, that nobody knows, or something that a person has to look at. */
export type Said = 'yes' | 'no' | 'nothing' | 'unknown' | 'unclear'

const nothing = /^([-—–/\\.。]+|n\/a|#n\/a|null)$/i
const unknown =
  /^(本人|家属|目前|现|暂时?|尚|还|具体|病情|病史|身体|健康|情况|状况|情形)*(不详|不明|未知|不清楚?|不知道?|不了解|不确定|未?待(查|核实?|确认|定|了解|补)|未(填|查|问|了解|统计|提供|告知|摸排|核实)|失联|联系不上|[?？]+)$/
const no =
  /^(无|没有?|否|不是|不患病?|非|未|[0０]|[x×✗✘]|n|no|false|none|健康|良好?|好|很好|较好|还好|尚可|尚好|可以|一般|正常|未见异常|无异常|身体(健康|良好|好|很好|正常|硬朗)|健康或良好|硬朗|健在|没病|无病|无恙|良好或健康|未发现|未检出|未查出|基本健康)$/i
const well =
  /^(身体|健康|体格|精神|一切|目前|现在|暂时|平时|平素|既往|基本|总体|状况|情况|状态|各项|体检|指标|均|都|血压|血糖|血脂)*(健康|良好|好|很好|挺好|不错|还行|还可以|可以|尚可|尚好|较好|正常|硬朗|体健|无病|没病|无恙)+$/
const answered = /^(.+)[:：=](无|没有?|否|0|[x×]|正常)$/i
// Words before a denial that do not touch it: 暂无, 本人无, 一直没病. 曾 and 原 do.
const before =
  /^(目前|现在?|暂时?|尚|至今|迄今|一直|从来?|基本上?|均|都|本人|自述|自诉|老人|既往|以往|平时|平素|身体|健康状况)+(?=[无没未不否非])/
// 非霍奇金淋巴瘤, 无痛性心肌缺血, 未分化…, 不稳定型心绞痛 are names of illnesses; 未服药 and 无法行走 deny none.
const ownWords =
  '非(?=霍奇金|小细胞|酒精|淋巴|典型|特异|梗阻|萎缩|ST)|无(?=法|力|症状|痛|脉|精|效)|未(?=分化|定型|控制|治|愈|服|用药|吃|规律|手术)|没(?=治|控制|吃药|手术)|不(?=[稳好全足齐便清能适佳孕宁良畅利规典完均明])'
const denied = new RegExp(
  `^(?!${ownWords})(无|没有?|否认|未(患|得|有|见|发现|诊断|查出|检出|确诊|出现)?|不(患|是|属于|存在|符合|生|得)|非|已?排除)[^，,、;；和但有]*$`,
)
const doubtful = /疑似|可能|待(定|查|核实|确认)|不确定|曾|既往|已?治愈|痊愈|康复|[?？]|或|申请|拟|家族/
const ill =
  /病|症|癌|瘤|炎|高血[压脂糖]|血[压脂糖](偏?高|升高)|三高|糖尿|冠心|心(脏|梗|衰|绞痛|律不齐|肌)|脑(梗|卒中|出血|溢血|萎缩|血栓)|中风|偏瘫|瘫|哮喘|慢阻肺|肺气肿|支架|搭桥|起搏器|透析|肾(衰|功能|移植)|结石|硬化|痴呆|帕金森|阿尔茨海默|痛风|贫血|骨质|骨折|甲亢|甲减|甲状腺|白内障|青光眼|风湿|类风湿|腰突|腰椎|颈椎|溃疡|尿毒|白血|抑郁|精神|癫痫|肝硬|乙肝|丙肝|结核|尘肺|衰竭|手术后|术后|化疗|放疗|慢性|过敏|肥胖/
const yes = /^(是|有|患|患有|对|y|yes|true|√|✓|有病|患病|有基础(性)?疾?病|有慢性?病|慢性?病|基础(性)?疾?病)$/i
// A denial anywhere before an illness, unless 有 or 患 stands between them: 身体无大病. What it denies, nobody can tell.
const deniedWithin = new RegExp(`(?!${ownWords})[无没未不非][^有患]{0,12}?(?:${ill.source})`)
// 很少生病, 无大病: neither says that there is none.
const seldom = /很少|较少|不常|偶尔|少有|[大重]疾?病/

/** Whether words say that nobody knows: 不详, 本人不清楚, 待查. */
export const isUnknown = (text: string): boolean => unknown.test(halfWidth(text).replace(/\s+/g, ''))

/** What one item of a cell of illness says. */
function itemSaid(item: string): Said {
  const written = item.replace(/\s+/g, '')
  if (written === '' || nothing.test(written)) return 'nothing'
  const alone = tickAlone(written)
  if (alone !== undefined) return alone ? 'yes' : 'no'
  if (unknown.test(written)) return 'unknown'
  if (hasTick(written)) return 'unclear'
  const text = written.replace(before, '')
  if (no.test(text) || well.test(text) || answered.test(text)) return 'no'
  // 高血压（无）: the head of a printed form with its answer, or an illness with a remark; nobody can tell.
  const [, outside = text, inside = ''] = /^([^(]+)\(([^)]*)\)?$/.exec(text) ?? []
  const isNo = (words: string) => no.test(words) || well.test(words) || denied.test(words.replace(before, ''))
  if (inside !== '' && (isNo(inside) || unknown.test(inside))) return isNo(outside) && !unknown.test(inside) ? 'no' : 'unclear'
  if (denied.test(outside)) return seldom.test(outside) ? 'unclear' : 'no'
  if (doubtful.test(text) || seldom.test(text) || deniedWithin.test(text)) return 'unclear'
  return yes.test(outside) || ill.test(outside) ? 'yes' : 'unclear'
}

/** What a cell of illness says, with the items that say yes in its own words. */
export function illnessSaid(cell: Cell): { readonly said: Said; readonly items: readonly string[] } {
  const text = halfWidth(textOf(cell))
  if (text === '') return { said: 'nothing', items: [] }
  const told = ticked(text)
    .split(/[，,、;；/／|\n+]+/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => [item, itemSaid(item)] as const)
  const items = [...new Set(told.flatMap(([item, said]) => (said === 'yes' ? [tickAlone(item) ? '有' : item] : [])))]
  const some = (wanted: Said) => told.some(([, said]) => said === wanted)
  // 无高血压、糖尿病 denies both, or only the first; nobody can tell.
  const isListDenied =
    told[0]?.[1] === 'no' && denied.test(told[0][0].replace(before, '')) && !items.some((item) => /^[有患]/.test(item))
  if (items.length > 0 && isListDenied) return { said: 'unclear', items: [] }
  if (items.length > 0) return { said: 'yes', items }
  for (const said of ['unclear', 'no', 'unknown'] as const) if (some(said)) return { said, items }
  return { said: 'nothing', items }
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
