// Rosters of invented people, and what the house holds of an import.
import { askDatabase } from './killable-server.ts'

/** A roster of so many people whose names begin alike and stand nowhere else. */
export function makeRoster(surname: string, people: number): Uint8Array<ArrayBuffer> {
  const lines = Array.from({ length: people }, (_, nth) => {
    const given = String.fromCodePoint(0x4e00 + (nth % 5000), 0x5e00 + Math.floor(nth / 5000))
    return `${surname}${given},男,${nth}`
  })
  return new TextEncoder().encode(`姓名,性别,备注\n${lines.join('\n')}\n`)
}

/** What is there of an import: its line among the runs, the people it added, its audit lines. */
export type Held = { runs: number; people: number; audited: number }

/** Counts what is there of an import whose people's names begin with the surname. */
export async function countHeld(data: string, run: string, surname: string): Promise<Held> {
  const [row] = await askDatabase(
    data,
    `SELECT (SELECT count(*) FROM import_run WHERE id = $1)::int AS runs,
            (SELECT count(*) FROM person WHERE starts_with(name, $2))::int AS people,
            (SELECT count(*) FROM audit_line WHERE verb = 'people.import-residents' AND targets->>'run' = $1::text)::int AS audited`,
    [run, surname],
  )
  return row as Held
}

/** Whether an import is there as a whole, once; nothing of it; or something else, which is never right. */
export function standingOf({ runs, people, audited }: Held, whole: number): 'whole' | 'nothing' | 'wrong' {
  if (runs === 0 && people === 0 && audited === 0) return 'nothing'
  return runs === 1 && people === whole && audited === 1 ? 'whole' : 'wrong'
}
