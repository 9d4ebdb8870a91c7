/** A number as it was typed, in half or full width; NaN when it is none. */
export const readNumber = (typed: string): number => {
  const plain = typed.normalize('NFKC').trim()
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}

/** A count as it was typed: a whole number from 0 up; NaN when it is none. */
export const readCount = (typed: string): number => {
  const count = readNumber(typed)
  return Number.isInteger(count) && count >= 0 ? count : Number.NaN
}

/** Whether what was typed is a count of at most nine digits, or nothing: an empty field is not zero. */
export const isCount = (typed: string | undefined): boolean => !typed?.trim() || readCount(typed) <= 999_999_999

/** Whether what was typed is a temperature as a clinical thermometer shows it, in degrees Celsius, or nothing. */
export const isTemperature = (typed: string | undefined): boolean => {
  if (!typed?.trim()) return true
  const degrees = readNumber(typed)
  return degrees >= 30 && degrees <= 45 && Math.abs(degrees * 10 - Math.round(degrees * 10)) < 1e-9
}
