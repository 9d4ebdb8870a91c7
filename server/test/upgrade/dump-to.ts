// Takes the dump of a house for the versions that come.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readConfig } from '../../src/platform/config.ts'
import { openDatabases } from '../../src/start/databases.ts'
import { withClient } from '../database-url.ts'
import type { House } from '../house.ts'
import type { Known } from './fill/fill.ts'
import { quiet, urlsOf } from './restore.ts'
import { takeStock } from './stock.ts'

const about = 'Made for this dump of invented people alone; it opens nothing else.'

/** Writes a filled house into a folder: its rows and schema as a start of this version leaves them, its keys, and what is known of it. */
export async function dumpTo(folder: string, known: Omit<Known, 'rows'>, house: House): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const config = readConfig({ WANGDI_DATA: house.directory, ...(await urlsOf(house.ownerUrl)) })
  const { stop } = await openDatabases(config, house.keys, quiet)
  await stop()
  const stock = await withClient(house.ownerUrl, takeStock)
  const rows = Object.fromEntries([...stock].map(([table, held]) => [table, held.rows.length]))
  const write = (name: string, value: object) => writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`)
  write('known.json', { ...known, rows })
  write('keys.json', { about, ...JSON.parse(readFileSync(join(house.directory, 'keys.json'), 'utf8')) })
  const said = ['--no-owner', '--inserts', '--rows-per-insert=50', house.ownerUrl]
  const text = execFileSync('pg_dump', said, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  // Lines for psql, and who dumped.
  const plain = text.split('\n').filter((line) => !/^\\(un)?restrict |^-- Dumped /.test(line))
  writeFileSync(join(folder, 'dump.sql.gz'), gzipSync(plain.join('\n'), { level: 9 }))
}
