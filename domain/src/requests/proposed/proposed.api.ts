import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { Way } from '../../kinds/request/request.api.ts'
import { inputOf } from '../../kinds/shapes.ts'
import { Id, Listing, Maybe, OneOf, Page, PlaceCode, Text } from '../../schema.ts'
import { errand } from '../kinds/errand.kind.ts'
import { Good, ProposedErrands } from './proposed.ts'

/** Those who stay at home by an order with the errands that follow, what is late first. */
export const listProposedErrands = query({
  name: 'requests.proposed-errands',
  at: 'GET /requests/proposed-errands',
  words: { zh: '看居家观察户要办的事', en: 'See what homes under observation need' },
  health: true,
  input: Type.Object({ place: PlaceCode, show: OneOf('open', 'all'), ...Page.properties }),
  reply: Type.Object({ ...Listing(ProposedErrands).properties, open: Type.Integer() }),
})

const { what: _, ...rest } = errand.fields

/** Says of one errand that an order proposes whether it is wanted; what is, is taken down as any errand. */
export const decideErrand = command({
  name: 'requests.decide-errand',
  at: 'POST /requests/proposed-errands',
  words: { zh: '定居家观察户要不要代办', en: 'Decide about an errand for a home under observation' },
  health: true,
  input: Type.Object({
    id: Id,
    observation: Id,
    what: Good,
    outcome: OneOf('taken', 'not-needed'),
    note: Type.Optional(Text(200)),
    way: Type.Optional(Way),
    urgency: Type.Optional(OneOf('now', 'today', 'soon')),
    fields: Type.Optional(inputOf(rest)),
  }),
  reply: Type.Object({ id: Id, number: Maybe(Type.String()) }),
})
