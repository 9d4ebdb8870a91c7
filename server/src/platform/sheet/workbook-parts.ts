import { posix } from 'node:path'
import { attributeOf } from './xml.ts'
import { entryText, listZip, streamEntry, type ZipEntry } from './zip.ts'

/** One sheet of an .xlsx workbook: the name that people see, and the member that holds its rows. */
export interface SheetPart {
  readonly name: string
  readonly entry: ZipEntry
}

/** A merged range downwards: the first row's cell of the column counts for all its rows. */
export interface Merge {
  readonly column: number
  readonly top: number
  readonly bottom: number
}

const attribute = (tag: string, name: string) => attributeOf(tag, name) ?? ''

/** The visible sheets of a workbook in the order of their tabs. */
export async function sheetParts(path: string): Promise<readonly SheetPart[]> {
  const entries = await listZip(path)
  const workbook = await entryText(path, entries.get('xl/workbook.xml'))
  const relations = await entryText(path, entries.get('xl/_rels/workbook.xml.rels'))
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  )
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].flatMap(([tag]) => {
    const target = targets.get(attribute(tag, 'r:id') || attribute(tag, '\\w+:id')) ?? ''
    const entry = entries.get(target.startsWith('/') ? target.slice(1) : posix.normalize(`xl/${target}`))
    return entry && !/^(hidden|veryHidden)$/.test(attribute(tag, 'state')) ? [{ name: attribute(tag, 'name'), entry }] : []
  })
}

/** Merged ranges of a sheet that span more than one row: they stand behind the rows, so they are read in a pass of their own. */
export async function mergesOf(path: string, part: SheetPart): Promise<readonly Merge[]> {
  const merges: Merge[] = []
  let rest = ''
  let behindRows = false
  for await (const chunk of await streamEntry(path, part.entry)) {
    rest += (chunk as Buffer).toString('latin1')
    if (!behindRows) {
      const end = rest.search(/<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\/>/)
      behindRows = end >= 0
      rest = behindRows ? rest.slice(end) : rest.slice(-40)
    }
    if (!behindRows) continue
    for (const [, columns, top, bottom] of rest.matchAll(
      /<(?:\w+:)?mergeCell\b[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})"/g,
    )) {
      if (top !== bottom) merges.push({ column: columnOf(columns ?? 'A'), top: Number(top), bottom: Number(bottom) })
    }
    rest = rest.slice(rest.lastIndexOf('<'))
  }
  return merges
}

const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
