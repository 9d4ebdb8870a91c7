/** The numbers that a county chose, as the fact `settings` holds them (`rounds.week=5,notices.week=3`); undefined if unreadable. */
export function readChosen(text: string): Map<string, number> | undefined {
  const chosen = new Map<string, number>()
  for (const part of text.split(',')) {
    const [, name, number] = /^([a-z0-9][a-z0-9.-]{1,60})=(\d{1,4})$/.exec(part.trim()) ?? []
    if (name === undefined || number === undefined) return undefined
    chosen.set(name, Number(number))
  }
  return chosen
}

/** The same as one text, in the order of the names. */
export const writeChosen = (chosen: ReadonlyMap<string, number>): string =>
  [...chosen]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, number]) => `${name}=${number}`)
    .join(',')
