import type { Readable } from 'node:stream'
import { sheetLimits, sheetProblems } from '../sheet-problems.ts'
import type { Package } from './package.ts'
import { attribute, readXml } from './xml.ts'

/** A merged range downwards: the first row's cell of the column counts for all its rows. */
export interface Merge {
  readonly column: number
  readonly top: number
  readonly bottom: number
}

/** Merged ranges of a sheet that span more than one row: they stand behind the rows, so they are read in a pass of their own. */
export async function readMerges(file: Package, part: string): Promise<readonly Merge[]> {
  // The name of an element cannot be written otherwise: where its bytes do not occur, nothing is merged and no pass is needed.
  if (!(await speaksOfMerges(await file.open(part)))) return []
  const merges: Merge[] = []
  await readXml(await file.open(part), {
    open(name, attributes) {
      if (name !== 'mergeCell') return
      const merge = mergeIn(attribute(attributes, 'ref') ?? '')
      if (merge) merges.push(merge)
      if (merges.length > sheetLimits.merges) throw sheetProblems.tooLarge({ limit: `${sheetLimits.merges} 处合并` })
    },
  })
  return merges
}

function mergeIn(ref: string): Merge | undefined {
  const found = /^\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?[A-Z]{1,3}\$?([0-9]{1,7})$/.exec(ref.toUpperCase())
  if (!found) return undefined
  const [column, top, bottom] = [columnOf(found[1] ?? 'A'), Number(found[2]), Number(found[3])]
  return bottom > top && column < sheetLimits.columns ? { column, top, bottom } : undefined
}

const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const spellings = [Buffer.from('mergeCell'), Buffer.from('mergeCell', 'utf16le')]

async function speaksOfMerges(stream: Readable): Promise<boolean> {
  let end: Buffer = Buffer.alloc(0)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const seam = Buffer.concat([end, chunk.subarray(0, 18)])
    if (spellings.some((word) => seam.includes(word) || chunk.includes(word))) return true
    end = chunk.subarray(-18)
  }
  return false
}
