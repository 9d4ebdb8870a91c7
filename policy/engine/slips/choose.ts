import type { Slip } from './slip.ts'
import { slipsIn } from './slips.ts'

/** The slip because of which a text cannot be read, where the parser gave up at a line; nothing where none is found. */
export function slipBefore(text: string, gaveUpAt: number): Slip | undefined {
  const slips = slipsIn(text).filter(({ line }) => line <= gaveUpAt + 1)
  return slips.find(({ sure }) => sure) ?? slips.find(({ line }) => line === gaveUpAt)
}

/**
 * The slips that explain why a text that can be read has not the form it should have: those that are slips whatever else it says, else
 * what looks like one at the lines that are wrong.
 */
export function slipsAt(text: string, wrong: readonly number[]): Slip[] {
  const slips = slipsIn(text)
  const sure = slips.filter((slip) => slip.sure)
  const telling = sure.length > 0 ? sure : slips.filter(({ line }) => wrong.includes(line))
  return telling.filter(({ line }, nth) => telling.findIndex((one) => one.line === line) === nth)
}
