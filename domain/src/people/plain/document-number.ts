import { tidyText } from '../../text/tidy-text.ts'
import { halfWidth } from '../../text/half-width.ts'

/**
 * Brings the number of any document (identity card, passport, permit) to its plain form: full-width letters and digits narrow,
 * blanks, dashes, dots, brackets and the apostrophe that spreadsheets put before numbers taken away, letters capital. In this form it is
 * stored, hashed, matched and looked for. Doing it twice changes nothing.
 */
export const plainDocument = (typed: string): string =>
  /^[0-9A-Z]*$/.test(typed)
    ? typed
    : halfWidth(tidyText(typed, 'line'))
        .replace(/[\s\-‐-―−—'’‘`·.()]/g, '')
        .replace(/[a-z]+/g, (letters) => letters.toUpperCase())
