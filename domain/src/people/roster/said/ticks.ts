const on = '☑■✔√✓🗹'
const sign = `[${on}□☐☒]`
const anySign = new RegExp(sign, 'u')

/** What a cell of one sign alone says: ✔ or ☑ yes, □ no; undefined for other signs, such as ☒ and ○, and for all texts. */
export function tickAlone(text: string): boolean | undefined {
  if (/^[☑■✔√✓🗹]$/u.test(text)) return true
  return /^[□☐]$/u.test(text) ? false : undefined
}

/** Whether a text holds a sign of ticking. */
export const hasTick = (text: string): boolean => anySign.test(text)

/**
 * Of a printed form with boxes, what is ticked, whether the sign stands before its word (□无 ☑高血压) or behind it (有□ 无☑, 有（√）无（ ）).
 * Texts without such a sign stay, and so does one whose sign could belong to either neighbour.
 */
export function ticked(text: string): string {
  const boxed = withBoxes(text)
  if (!anySign.test(boxed)) return text
  // What asks stands before a colon and is no answer: 基础疾病：□有 ☑无.
  const [, asked = '', said = boxed] = /^([^:：]*)[:：]\s*(.*)$/su.exec(boxed) ?? []
  const isAnswer = !anySign.test(asked)
  const line = (isAnswer ? said : boxed).trim()
  const alone = isAnswer ? tickAlone(line) : undefined
  if (alone !== undefined) return asked === '' ? text : alone ? asked : ''
  const side = sideOf(line)
  if (side === undefined) return text
  // Where others are ticked, a box with a cross was struck out; without them it is how some programs tick.
  const yes = new RegExp(new RegExp(`[${on}]`, 'u').test(line) ? `[${on}]` : '☒', 'u')
  return line
    .split(new RegExp(side === 'before' ? `(?=${sign})` : `(?<=${sign})`, 'u'))
    .filter((part) => yes.test(part))
    .map((part) => part.replace(new RegExp(sign, 'gu'), '').trim())
    .filter((part) => part !== '')
    .join('，')
}

// Ticks in brackets and round boxes as square ones; empty brackets and circles are boxes only beside others that are ticked.
function withBoxes(text: string): string {
  const round = /[●◉]/.test(text) ? text.replace(/[●◉]/g, '☑').replace(/[○◯]/g, '□') : text
  const bracketed = round.replace(/[(（[【]\s*[√✓✔☑]\s*[)）\]】]/gu, '☑')
  return bracketed === round ? round : bracketed.replace(/[(（[【]\s*[)）\]】]/g, '□')
}

function sideOf(line: string): 'before' | 'behind' | undefined {
  const signs = [...line]
  const [begins, ends] = [anySign.test(signs[0] ?? ''), anySign.test(signs.at(-1) ?? '')]
  if (begins !== ends) return begins ? 'before' : 'behind'
  if (begins) return undefined
  if (new RegExp(`\\S${sign}\\s`, 'u').test(line)) return 'behind'
  return new RegExp(`\\s${sign}\\S`, 'u').test(line) ? 'before' : undefined
}
