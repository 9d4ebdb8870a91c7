import { withoutRadicals } from './radicals.ts'

/** Whether a text field is one line, or keeps its line breaks. */
export type TextLines = 'line' | 'lines'

// Nearly all texts: nothing to take away, no blank at the ends, composed already.
const usual = /^[\u0021-\u007e\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/
// What no eye sees: zero-width signs, marks and overrides of the direction of writing, fillers (Unicode: Default_Ignorable_Code_Point).
// Variation selectors stay: they choose the shape of a rare character in a name.
const invisible = /(?![\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}/gu
const breaks = /\r\n?|[\u0085\u2028\u2029\v\f]/g
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufff9-\ufffb]/g
// Half a character: no database keeps it.
const halves = /\p{Surrogate}/gu
const seen = /[^\s\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u

/**
 * A text as it is kept, whoever typed it and wherever: composed (Unicode NFC), whole characters for the
 * radicals that PDF files show, without blanks around it, without signs that
 * nobody sees, without control characters; line breaks are blanks where the field is one line. Text of nothing but such signs
 * is empty. Twice changes nothing.
 */
export function tidyText(typed: string, lines: TextLines): string {
  if (usual.test(typed)) return typed
  const plain = withoutRadicals(
    typed
      .replace(breaks, '\n')
      .replace(/[\t\u2800]/g, ' ')
      .replace(control, '')
      .replace(invisible, '')
      .replace(halves, '\ufffd')
      .normalize('NFC'),
  )
  const kept = (lines === 'line' ? plain.replace(/\s*\n\s*/g, ' ') : plain).trim()
  return seen.test(kept) ? kept : ''
}
