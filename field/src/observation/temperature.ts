/** What stands in the number field: digits as typed, or the starting number that was not touched yet. */
export interface Typed {
  readonly text: string
  readonly touched: boolean
}

/** The starting number; it counts for nothing before it is saved. */
export const start: Typed = { text: '36.5', touched: false }

/** The field after a key: digits fill 00.0 from the left and the point sets itself; the first digit takes the place of the start. */
export function press(typed: Typed, key: string): Typed {
  const digits = typed.touched ? typed.text.replace('.', '') : ''
  if (key === 'delete') return shown((typed.touched ? digits : typed.text.replace('.', '')).slice(0, -1))
  if (key === '.') return { text: typed.touched ? typed.text : '', touched: true }
  return shown((digits + key).slice(0, 3))
}

const shown = (digits: string): Typed => ({
  text: digits.length > 2 ? `${digits.slice(0, 2)}.${digits.slice(2)}` : digits,
  touched: true,
})

/** The field 0.1 higher or lower. */
export function step(typed: Typed, by: 1 | -1): Typed {
  const value = Math.round((Number(typed.text) || 36.5) * 10) + by
  return { text: (Math.min(450, Math.max(300, value)) / 10).toFixed(1), touched: true }
}

/** The temperature in °C, or nothing when what stands there is none between 30 and 45. */
export function valueOf({ text }: Typed): number | undefined {
  const value = Number(text)
  return text !== '' && value >= 30 && value <= 45 ? value : undefined
}
