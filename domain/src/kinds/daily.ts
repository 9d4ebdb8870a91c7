/** By which clause a kind stands in the daily report of a community, as the report names it. */
export interface DailySource {
  readonly document: string
  readonly section: string
}

/** Of requests on a day: asked and ended on it, open and late at its end. */
export type DayFigures = [asked: number, ended: number, open: number, late: number]
