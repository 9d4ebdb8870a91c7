// Puts a made file through the way of the command line, and looks at what its rows mean.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportOutcome } from '@wangdi/domain/people/import.api.ts'
import type { Entry } from '@wangdi/domain/people/roster/entry.ts'
import type { HeadCorrection } from '@wangdi/domain/people/roster/heads.ts'
import type { RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import { afterAll, beforeAll, expect } from 'vitest'
import { importVerb } from '../../src/cli/import.ts'
import { judgeFile } from '../../src/people/import/reading/judge-file.ts'

/** The day on which the rosters are judged, and the community that they are of. */
export const today = '2026-11-20'
export const place = '410105001003'

/** What the command line answers about a file, with the people whom its rows make. */
export type Judged = ImportOutcome & { readonly people: readonly Entry[] }

/** Opens a folder for the files of a test file; call it once, at its top. Gives what judges bytes as a roster of a kind. */
export function judgingFiles() {
  let folder = ''
  let made = 0
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wangdi-kinds-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const judge = async (
    bytes: Buffer | string,
    kind: RosterKind = 'residents',
    more: readonly string[] = [],
    named: HeadCorrection = {},
  ): Promise<Judged> => {
    const path = join(folder, `${(made += 1)}.roster`)
    writeFileSync(path, bytes)
    const { value } = await importVerb.run([kind, '--place', place, '--file', path, '--today', today, '--dry-run', ...more])
    const outcome = value as ImportOutcome
    const people: Entry[] = []
    const sheet = more[0] === '--sheet' ? more[1] : undefined
    for await (const part of judgeFile({ path, kind, place, today, sheet, ...named }))
      if (part.is === 'page') people.push(...part.entries)
    expect(people).toHaveLength(outcome.accepted)
    expect(outcome.accepted + outcome.rejected.length + outcome.duplicates.length + outcome.not_people.length).toBe(outcome.rows)
    return { ...outcome, people }
  }
  return judge
}

/** A door as its parts, one behind the other. */
export const doorOf = ({ door }: Entry): string =>
  door
    ? Object.values(door)
        .filter((part) => part !== '')
        .join(' ')
    : ''
