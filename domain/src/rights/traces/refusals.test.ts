import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { Problem } from '../../problem.ts'
import { refusalCodes, wordsOfRefusal } from './refusals.ts'

const folder = fileURLToPath(new URL('../../', import.meta.url))

async function listRefusals(): Promise<string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(^|\.|\/)problems?\.ts$/.test(name))
  const found = new Set<string>()
  for (const name of files) {
    const exported = (await import(folder + name)) as Record<string, unknown>
    for (const list of Object.values(exported))
      for (const make of Object.values(typeof list === 'object' && list ? list : {})) {
        const made: unknown = typeof make === 'function' ? make({}) : undefined
        if (made instanceof Problem && (made.kind === 'refused' || made.kind === 'missing')) found.add(made.code)
      }
  }
  return [...found]
}

test('every problem that leaves a line as a refusal has words for whoever reads it there, and no other has', async () => {
  expect((await listRefusals()).toSorted()).toEqual(refusalCodes.toSorted())
})

test('a code that has no words any more is told as it is', () => {
  expect(wordsOfRefusal('people.of-another-version')).toEqual({
    zh: 'people.of-another-version',
    en: 'people.of-another-version',
  })
})
