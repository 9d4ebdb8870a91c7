// Every link that stands in a page leads to a page that is there.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('.', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, root), 'utf8')
const files = globSync('**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$/.test(file))
const paths = new Set(files.flatMap((file) => [...read(file).matchAll(/\bpath: '(\/[^']*)'/g)].map(([, path = '']) => path)))

test('a door that a list names opens its household, but on paper', () => {
  const plain = files.flatMap((file) => (/<td[^>]*>\{[\w.]*\bdoor\}<\/td>/.test(read(file)) ? [file] : []))
  expect(plain).toEqual(['places/picture/PrintDoors.tsx'])
})

test('each address that a link or a way names is the path of a page', () => {
  const named = files.flatMap((file) =>
    [...read(file).matchAll(/\bto(?:=|: |=\{)(["'])(\/[^"'?#]*)\1/g)].map(([, , to = '']) => `${to} in ${file}`),
  )
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((one) => !paths.has(one.split(' in ')[0] ?? ''))).toEqual([])
})
