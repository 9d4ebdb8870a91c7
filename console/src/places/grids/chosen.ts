/** What was ticked: a building, one of its units, or a group. */
type Part =
  | { is: 'building'; building: string }
  | { is: 'unit'; building: string; unit: string }
  | { is: 'group'; estate: string | null; group: string }

/** A part that was ticked, with its doors. */
export interface Chosen {
  readonly part: Part
  readonly doors: number
}
