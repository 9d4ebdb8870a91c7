import { sheetLimits, sheetProblems } from '../sheet-problems.ts'
import type { Package } from './package.ts'
import { readStyles } from './styles.ts'
import { readStrings } from './strings.ts'
import { attribute, readXml } from './xml.ts'

/** One sheet of a workbook: the name that people see, and the part that holds its rows. */
export interface SheetPart {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

/** What cells of a workbook refer to. */
export interface Referred {
  readonly strings: readonly string[]
  /** For each style, whether it shows its number as a day. */
  readonly days: readonly boolean[]
  /** Numbers that stand for days count from 1904 instead of 1900. */
  readonly from1904: boolean
}

/** A workbook: its visible sheets in the order of their tabs, then hidden ones; and, read once when first asked for, what their cells refer to. */
export interface Workbook {
  readonly sheets: readonly SheetPart[]
  readonly from1904: boolean
  referred(): Promise<Referred>
}

/** Finds the main part of a file by its relations, whatever its name, and reads which sheets there are. */
export async function openWorkbook(file: Package): Promise<Workbook> {
  const main = (await file.relations('')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const relations = await file.relations(main)
  const targets = new Map(relations.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]))
  const sheets: SheetPart[] = []
  let from1904 = false
  await readXml(await file.open(main), {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')) from1904 = true
      if (name !== 'sheet') return
      const hidden = /^(hidden|veryHidden)$/.test(attribute(attributes, 'state') ?? '')
      const part = targets.get(attribute(attributes, 'id') ?? '')
      if (part !== undefined && file.has(part)) sheets.push({ name: attribute(attributes, 'name') ?? '', part, hidden })
      if (sheets.length > sheetLimits.parts) throw sheetProblems.notASheet({})
    },
  })
  const partOf = (type: string) => {
    const part = relations.find((relation) => relation.type === type)?.target
    return part !== undefined && file.has(part) ? part : undefined
  }
  const read = async () => ({
    strings: await readStrings(file, partOf('sharedStrings')),
    days: await readStyles(file, partOf('styles')),
    from1904,
  })
  let reading: Promise<Referred> | undefined
  const inOrder = [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)]
  return { sheets: inOrder, from1904, referred: () => (reading ??= read()) }
}
