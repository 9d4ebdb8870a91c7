import Type, { type Static } from 'typebox'
import { command, query } from '../../endpoint.ts'
import { CommunityCode, Id, Instant, Listing, Maybe, OneOf, Page, PlaceCode } from '../../schema.ts'
import { DoorText } from '../../places/door-plate.ts'

/** One of two records that are to be compared, numbers masked. */
const Side = Type.Object({
  id: Id,
  name: Type.String(),
  sex: Maybe(OneOf('male', 'female')),
  born: Maybe(Type.String()),
  document: Maybe(Type.String({ description: 'masked' })),
  phone: Maybe(Type.String({ description: 'masked' })),
  door: DoorText,
})

/**
 * Something that a machine could not decide: `other-address` the same document number stands behind two doors (`door` is the
 * second one); `look-alike` two records may be one person: one of them has no number, or both were given the same one;
 * `door-unread` an address in which no door was found, and `words-unclear` words on health or key groups that say neither yes nor no
 * (`words` as they stood in the roster).
 * `run` and `row` say which roster brought it; null where it came with an arrival.
 */
export const PileItem = Type.Object({
  id: Id,
  kind: OneOf('other-address', 'look-alike', 'door-unread', 'words-unclear'),
  place: CommunityCode,
  person: Side,
  other: Maybe(Side),
  door: Maybe(DoorText),
  words: Maybe(Type.String()),
  run: Maybe(Id),
  row: Maybe(Type.Integer()),
  at: Instant,
})
export type PileItem = Static<typeof PileItem>

export const listPile = query({
  name: 'people.pile',
  at: 'GET /people/pile',
  words: { zh: '待核对名单', en: 'To be settled' },
  input: Type.Object({ place: PlaceCode, ...Page.properties }),
  reply: Listing(PileItem),
})

const Settled = Type.Object({ id: Id })

/** Says that two records are the same person: a link, both stay; taken back by people.unlink. Settles a look-alike. */
export const linkPeople = command({
  name: 'people.link',
  at: 'POST /people/links',
  words: { zh: '是同一个人', en: 'Same person' },
  input: Type.Object({ id: Id, one: Id, other: Id }),
  reply: Settled,
})

/** Says that two records are different people, so that they are not asked about again. Settles a look-alike. */
export const keepApart = command({
  name: 'people.keep-apart',
  at: 'POST /people/links/apart',
  words: { zh: '不是同一个人', en: 'Different people' },
  input: Type.Object({ id: Id, one: Id, other: Id }),
  reply: Settled,
})

/** Takes back what was said about two records; the look-alike is open again. */
export const unlinkPeople = command({
  name: 'people.unlink',
  at: 'POST /people/links/:id/end',
  words: { zh: '撤回核对', en: 'Take back' },
  input: Type.Object({ id: Id }),
  reply: Settled,
})

/** Settles an `other-address`: `stay` keeps the door held, `move` takes the second one. Taken back by people.unsettle-address. */
export const settleAddress = command({
  name: 'people.settle-address',
  at: 'POST /people/pile/:id/address',
  words: { zh: '核定住址', en: 'Settle the address' },
  input: Type.Object({ id: Id, choice: OneOf('stay', 'move') }),
  reply: Type.Object({ id: Id, before: Maybe(Id) }),
})

/** Takes back what was said of an address: the person stands behind the door held before, and the question is open again. */
export const unsettleAddress = command({
  name: 'people.unsettle-address',
  at: 'POST /people/pile/:id/address/end',
  words: { zh: '撤回住址核定', en: 'Take back the address' },
  input: Type.Object({ id: Id, before: Maybe(Id) }),
  reply: Settled,
})

/** Says that words of a roster are dealt with: the door is entered, the mark is set or is none. Taken back by people.unsettle-words. */
export const settleWords = command({
  name: 'people.settle-words',
  at: 'POST /people/pile/:id/words',
  words: { zh: '核对原文', en: 'Settle words of a roster' },
  input: Type.Object({ id: Id }),
  reply: Settled,
})

/** Takes back that words of a roster are dealt with; the question is open again. */
export const unsettleWords = command({
  name: 'people.unsettle-words',
  at: 'POST /people/pile/:id/words/end',
  words: { zh: '撤回核对原文', en: 'Take back words of a roster' },
  input: Type.Object({ id: Id }),
  reply: Settled,
})
