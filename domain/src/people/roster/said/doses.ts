import type { Cell } from '../../../sheet.ts'
import { halfWidth } from '../../../text/half-width.ts'
import { knownText, textOf } from '../cells.ts'

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
}
const none = /^(未|未接种?过?|未打过?|未种过?|没打|没有接种|没接种|未接种疫苗|尚未接种|不接种|没有|无|否|零针|零剂|0)$/

/** How many doses a cell tells: a number, or words of one; `words` where it says something that is no number; nothing where it is blank. */
export function dosesSaid(cell: Cell): number | 'words' | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 && cell < 20 ? cell : 'words'
  const whole = halfWidth(textOf(cell)).replace(/\s+|\([^)]*\)/g, '')
  if (none.test(whole)) return 0
  const text = halfWidth(knownText(cell)).replace(/\s+|\([^)]*\)/g, '')
  if (text === '') return undefined
  const found =
    /^(?:科兴|国药|北生|武生|智飞|康希诺|灭活|新冠|已|共|完成|接种|打|注射|了|完|疫苗)*第?([0-9]{1,2}|[零〇一二两三四五六壹贰叁肆])(?:[.]0+)?(?:剂次?|针[次剂]?|次|支)?(?:疫苗)?(?:已?接种|已打|已完成|完成)?$/.exec(
      text,
    )
  if (!found) return 'words'
  const said = found[1] ?? ''
  return /^[0-9]+$/.test(said) ? Number(said) : (digits[said] ?? 'words')
}
