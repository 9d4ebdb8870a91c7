// A hundred thousand records over all kinds, right and wrong: shape and rule agree, and nothing makes either fall over.
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { declared } from '../../declared.ts'
import type { Fields } from '../fields.ts'
import { anySaid } from '../said.fixture.ts'
import { shapeOf } from '../shapes.ts'
import { missingIn, settle, whyNot } from '../when.ts'

const asksOf = (kind: object): [string, Fields][] => {
  const { asks = {}, receipt } = kind as { readonly asks?: Readonly<Record<string, Fields>>; readonly receipt?: Fields }
  return [...Object.entries(asks), ...(receipt ? [['receipt', receipt] as [string, Fields]] : [])]
}
const all: readonly (readonly [string, Fields])[] = declared.flatMap((kind) => [
  [kind.name, kind.fields] as const,
  ...asksOf(kind).map(([act, fields]) => [`${kind.name} ${act}`, fields] as const),
])
const records = 100_000
const each = Math.ceil(records / all.length)

test(`of ${records} records over all kinds, what the rule keeps the shape takes, and what is missing says where`, () => {
  let tried = 0
  for (const [name, fields] of all) {
    const shape = Compile(shapeOf(fields))
    fc.assert(
      fc.property(anySaid(fields), (said) => {
        tried += 1
        const fits = shape.Check(said)
        const { shown, values } = settle(fields, said)
        const missing = missingIn(fields, said)
        if (fits && !shape.Check(values)) throw new Error(`${name}: kept what the shape refuses`)
        if (JSON.stringify(settle(fields, values).values) !== JSON.stringify(values)) throw new Error(`${name}: settles twice`)
        if (missing && !shown.includes(missing.path.split('.')[0] ?? '')) throw new Error(`${name}: asks what is hidden`)
        if ((whyNot(fields, values) === undefined) !== (missing === undefined))
          throw new Error(`${name}: judged otherwise when kept`)
        if (Object.keys(values).some((one) => !Object.hasOwn(fields, one))) throw new Error(`${name}: kept what it does not know`)
      }),
      { numRuns: each },
    )
  }
  expect(all.length).toBeGreaterThan(20)
  expect(tried).toBeGreaterThanOrEqual(records)
}, 120_000)
