import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { levelOf, type PlaceLevel } from '@wangdi/domain/place-code.ts'

const unpack = promisify(brotliDecompress)

/** The national list that ships with the server: provinces to villages and communities as counted on 2023-06-30. */
export const nationalList = new URL('../../../places/places-2023-06-30.br', import.meta.url)

/** One place of a list: its statistical code (2, 4, 6, 9 or 12 digits), its name and its level. */
export interface ListedPlace {
  readonly code: string
  readonly name: string
  readonly level: PlaceLevel
}

/** The first line of a list file: what the rest holds and how many bytes its sections take. */
export interface PlaceListHead {
  /** The day the list speaks of. */
  readonly date: string
  /** Where the list was taken from, with its version and licence. */
  readonly source: string
  /** The list is complete below these codes; '' is the whole nation. Other rows are their ancestors. */
  readonly within: readonly string[]
  readonly places: number
  /** Name endings that a mark stands for: a is the first. */
  readonly endings: readonly string[]
  readonly codeBytes: number
}

/** A list of places opened for reading: its head, and its places in code order. */
export interface PlaceList extends Pick<PlaceListHead, 'date' | 'source' | 'within'> {
  readonly count: number
  readonly places: () => Generator<ListedPlace>
}

/**
 * Opens a list file. Inside the Brotli stream: one line of JSON (`PlaceListHead`), the code steps, one mark a place,
 * the names in UTF-16LE; names and steps end with a line feed each. A step is `` (the community after the one before),
 * digits (that many further on in the same street), or `%11` `$01` `@01` `#001`: province, city, county, street below
 * what stands open. A mark a, b, c … adds that ending to the name; `.` adds nothing.
 */
export async function openPlaceList(file: URL | string = nationalList): Promise<PlaceList> {
  const bytes = await unpack(await readFile(file))
  const headEnd = bytes.indexOf(10)
  const head = JSON.parse(bytes.toString('utf8', 0, headEnd)) as PlaceListHead
  const marksAt = headEnd + 1 + head.codeBytes
  const namesAt = marksAt + head.places
  const steps = bytes.toString('latin1', headEnd + 1, marksAt)
  const names = bytes.toString('utf16le', namesAt)
  const marks = bytes.subarray(marksAt, namesAt)
  const { date, source, within } = head
  return { date, source, within, count: head.places, places: () => unfold(head.endings, steps, marks, names) }
}

const lengthOfSign: Readonly<Record<string, number>> = { '%': 0, $: 2, '@': 4, '#': 6 }

function* unfold(endings: readonly string[], steps: string, marks: Uint8Array, names: string): Generator<ListedPlace> {
  let above = ''
  let last = 0
  let step = 0
  let name = 0
  for (const mark of marks) {
    const stepEnd = steps.indexOf('\n', step)
    const nameEnd = names.indexOf('\n', name)
    const text = steps.slice(step, stepEnd)
    const kept = lengthOfSign[text.charAt(0)]
    let code: string
    if (kept === undefined) {
      last += text === '' ? 1 : Number(text)
      code = above + String(last).padStart(3, '0')
    } else {
      above = above.slice(0, kept) + text.slice(1)
      last = 0
      code = above
    }
    yield { code, name: names.slice(name, nameEnd) + (endings[mark - 97] ?? ''), level: levelOf(code) }
    step = stepEnd + 1
    name = nameEnd + 1
  }
}
