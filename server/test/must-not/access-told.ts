// What the page of access says of each verb: its words by its contract, and the matter that says who may at most.
import type { VerbTold } from '@wangdi/domain/access/page.ts'
import { served } from '../../src/app.ts'
import { matters } from './who-must-not.ts'

/** Every verb with what it does and why nobody else may. */
export const accessTold = (): ReadonlyMap<string, VerbTold> =>
  new Map(
    served.map(({ endpoint: { name, words } }) => {
      const why = matters.find(({ verbs }) => verbs.includes(name))?.says ?? ''
      return [name, { words, why }]
    }),
  )
