// Every page has the search field of the head: whoever moves by landmarks must be told which search is which.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)

test('every place to search says what is sought there', () => {
  const found: string[] = []
  const nameless: string[] = []
  for (const file of globSync('{console,field}/src/**/*.tsx', { cwd: root }))
    for (const [element] of readFileSync(new URL(file, root), 'utf8').matchAll(
      /<\w+\s(?:[^<>]|=>)*role="search"(?:[^<>]|=>)*>/g,
    )) {
      found.push(file)
      if (!element.includes('aria-label')) nameless.push(file)
    }
  expect(found.length).toBeGreaterThan(5)
  expect(nameless).toEqual([])
})
