// Every statement of the server compares every table about people with the county as a value: one machine then uses its index
// under row security, and a cluster asks the one node where the county lies.
import type { Db } from '../../src/platform/db.ts'
import { type Catalogue, readCatalogue } from './catalogue.ts'
import { type Level, levelsOf, type Named } from './statement.ts'

/** What is wrong with the statements a server sent, each fault with the beginning of its statement. */
export async function faultsOfAll(statements: ReadonlySet<string>, owner: Db): Promise<string[]> {
  const catalogue = await readCatalogue(owner)
  const found: string[] = []
  for (const text of statements) {
    const shown = text.replace(/\s+/g, ' ').slice(0, 160)
    found.push(...(await faultsOf(text, catalogue)).map((fault) => `${fault}: ${shown}`))
  }
  return found
}

/** What is wrong with a statement, in sentences; nothing when it may run on a cluster. */
export async function faultsOf(text: string, catalogue: Catalogue): Promise<string[]> {
  const { statements, levels } = await levelsOf(text)
  const faults = levels.flatMap((level) => faultsOfLevel(level, catalogue))
  if (statements > 1) faults.push('two statements in one text')
  const writes = /\b(insert into|update|delete from)\b/i.test(text)
  if (writes && levels.some((level) => touches(level, catalogue)))
    for (const called of new Set(levels.flatMap(({ callsInCases }) => [...callsInCases])))
      if (catalogue.stable.has(called)) faults.push(`${called}() stands in a case of a statement that writes`)
  if (levels.some((level) => touches(level, catalogue)))
    for (const called of new Set(levels.flatMap(({ calls, functionsInFrom }) => [...calls, ...functionsInFrom]))) {
      if (catalogue.sqlFunctions.has(called)) faults.push(`${called}() is a function in the language SQL`)
      if (writes && catalogue.volatile.has(called)) faults.push(`${called}() changes within the statement that writes`)
    }
  return faults
}

const touches = ({ tables, into }: Level, { keyOf }: Catalogue) =>
  tables.some(({ table }) => keyOf.has(table)) || (into !== undefined && keyOf.has(into.table))

function faultsOfLevel(level: Level, catalogue: Catalogue): string[] {
  const { keyOf, filled, stable } = catalogue
  const faults = level.tables
    .filter((named) => keyOf.has(named.table) && !isPinned(level, named, keyOf))
    .map((named) => `${shownAs(named)} is not compared with the county as a value`)
  faults.push(...askedByRow(level, catalogue))
  const { into } = level
  const key = into && keyOf.get(into.table)
  if (!into || !key) return faults
  const said = into.values.get(key) ?? ['']
  const fromPinned = (value: string) =>
    into.from?.tables.some((named, _, all) => {
      const names = [named.alias, ...(all.length === 1 ? [''] : [])].map((alias) => `${alias}.${keyOf.get(named.table)}`)
      return names.includes(value) && into.from !== undefined && isPinned(into.from, named, keyOf)
    })
  if (!said.every((value) => value === '$' || fromPinned(value))) faults.push(`${into.table}: the county put in is no value`)
  if (into.from)
    for (const column of filled.get(into.table) ?? [])
      if (!into.values.has(column)) faults.push(`${into.table}: ${column} is filled by itself for rows that are selected`)
  for (const called of into.callsInConflict)
    if (stable.has(called)) faults.push(`${into.table}: ${called}() changes a row that was there already`)
  // Without a table of the county beside them a cluster refuses rows that are made from text.
  const made = into.from?.functionsInFrom ?? []
  if (made.length > 0 && !into.from?.tables.some((named) => keyOf.has(named.table)))
    faults.push(`${into.table}: rows from ${made.join()}() without the tenant`)
  return faults
}

const shownAs = ({ table, alias }: Named) => (alias === table ? table : `${table} ${alias}`)

// A cluster does not go between the coordinator and the node of a county for each row.
const askedByRow = ({ tables, around }: Level, { keyOf, central }: Catalogue): string[] =>
  tables.flatMap((inner) =>
    around
      .filter(
        (outer) => (central.has(inner.table) && keyOf.has(outer.table)) || (keyOf.has(inner.table) && central.has(outer.table)),
      )
      .map((outer) => `${shownAs(inner)} lies elsewhere than ${shownAs(outer)}, for each row of which it is asked`),
  )

const isPinned = ({ pinned, tables }: Level, { table, alias }: Named, keyOf: Catalogue['keyOf']) =>
  pinned.has(`${alias}.${keyOf.get(table)}`) || (tables.length === 1 && pinned.has(`.${keyOf.get(table)}`))
