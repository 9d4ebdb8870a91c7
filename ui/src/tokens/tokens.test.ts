import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { colours } from './tokens.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

test('the style sheet and the code name the same colours', () => {
  const inSheet = [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])
  const inCode = Object.entries(colours).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/(\D)(\d)$/, '$1-$2'),
    value,
  ])
  expect(inSheet).toEqual(inCode)
})

const luminance = (hex: string) =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0)
const contrast = (one: string, other: string) => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('every text reaches 4.5:1 on every ground it stands on', () => {
  const pairs: [string, string][] = [
    ...(['text', 'text2', 'text3', 'accent'] as const).flatMap((ink): [string, string][] =>
      (['card', 'page', 'fill'] as const).map((ground): [string, string] => [colours[ink], colours[ground]]),
    ),
    [colours.accent, colours.accentTint],
    [colours.not, colours.notGround],
    [colours.due, colours.dueGround],
    [colours.done, colours.doneGround],
    [colours.observed, colours.observedGround],
    [colours.card, colours.accentFill],
  ]
  expect(pairs.filter(([ink, ground]) => contrast(ink, ground) < 4.5)).toEqual([])
})
