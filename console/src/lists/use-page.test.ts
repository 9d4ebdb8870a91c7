import { readdirSync, readFileSync } from 'node:fs'
import { createElement, useState } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { usePage } from './use-page.ts'

test('a list of another place begins at its first page, and so does the first one when it is gone back to', () => {
  const seen: string[] = []
  const ways = [
    ['village', 3],
    ['town', 0],
    ['village', 0],
  ] as const
  const List = () => {
    const [nth, setNth] = useState(0)
    const [place, turned] = ways[nth] ?? ways[0]
    const [page, onPage] = usePage(place, { show: 'open' })
    seen.push(`${place} ${page}`)
    if (page !== turned) onPage(turned)
    else if (nth + 1 < ways.length) setNth(nth + 1)
    return null
  }
  renderToStaticMarkup(createElement(List))
  expect(seen.filter((one, nth) => one !== seen[nth - 1])).toEqual(['village 0', 'village 3', 'town 0', 'village 0'])
})

test('no list keeps the number of its page beside what it is asked by', () => {
  const root = new URL('../', import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  const own = files.filter((file) => /\[page, setPage\] = useState\(0\)/.test(readFileSync(new URL(file, root), 'utf8')))
  // The picture of a house turns its staircases, which are no list of a place.
  expect(own).toEqual(['places/picture/cells/RoomGrid.tsx'])
})
