// What the second wall lets through, told a second time and independently of the migrations: each table has a family, each family says
// which rows a scope reads and writes. A new table is named here, or the walk along the catalogue fails.
import { isWithin } from '@wangdi/domain/place-code.ts'
import { type Command, type Family, helper, type Said, type Spot } from './family.ts'

const lengths = [2, 4, 6, 9, 12]
const isPlace = (text: string | undefined) => text !== undefined && /^\d+$/.test(text) && lengths.includes(text.length)
/** The place of a scope: the nation says so in a word; undefined looks from nowhere. */
const placeOf = ({ place }: Said): string | undefined => (place === 'nation' ? '' : isPlace(place) ? place : undefined)

const below = (said: Said, { place }: Spot) => {
  const at = placeOf(said)
  return at !== undefined && isWithin(place, at)
}
const above = (said: Said, { place }: Spot) => {
  const at = placeOf(said)
  return at !== undefined && isWithin(at, place)
}
/** Names of staff are read within their county; above it those of the very same place alone. */
const named = (said: Said, spot: Spot) => {
  const at = placeOf(said)
  return at !== undefined && (spot.place === at || (at.length >= 6 && below(said, spot)))
}

const added: readonly Command[] = ['select', 'insert']
const changed: readonly Command[] = ['select', 'insert', 'update']
const removed: readonly Command[] = ['select', 'insert', 'update', 'delete']

const isArea = ({ area }: Said) => isPlace(area) && (area ?? '').length >= 6
const people = (commands: readonly Command[], health = false): Family => {
  const reaches = (said: Said, { county, place }: Spot) =>
    /^\d{6}$/.test(said.county ?? '') &&
    said.county === county &&
    isArea(said) &&
    isWithin(place, said.area ?? '') &&
    (!health || said.health === 'yes')
  const at = ({ county, place }: Spot) => ({ county, community: place })
  return { name: health ? 'health' : 'people', at, commands, reads: reaches, writes: reaches }
}

const figures = (commands: readonly Command[], more: Partial<Pick<Family, 'reads' | 'writes' | 'fill'>> = {}): Family => ({
  name: 'figures',
  at: ({ place }) => ({ place }),
  commands,
  reads: below,
  writes: below,
  ...more,
})

const either = (said: Said, spot: Spot) => below(said, spot) || above(said, spot)
/** What is said above holds for those below, who read it and never write it. */
const holdsBelow = { reads: either }

const ofKey: Omit<Family, 'commands'> = {
  name: 'key',
  at: ({ county, place }) => ({ scope: county || place || 'nation' }),
  reads: (said, { county, place }) => keyOf(said) === (county || place || 'nation'),
  writes: (said, { county, place }) => keyOf(said) === (county || place || 'nation'),
}
const keyOf = ({ county, place, area }: Said) =>
  /^\d{6}$/.test(county ?? '') && /^\d*$/.test(area ?? '')
    ? county
    : place === 'nation'
      ? 'nation'
      : isPlace(place)
        ? place
        : undefined

const sameCounty = (said: Said, { county }: Spot) => said.county === county && county !== ''

// Requests: each kind of row is known by `kind`, or by what else says nothing here; the other columns name places that nobody looks from.
const nowhere = '990000000000'
const countyAt = ({ county }: Spot) => county || '410105'
const isAt = (said: Said, { place }: Spot) => placeOf(said) === place
// The nation stands above every office, also above the one that nobody looks from.
const isNation = (said: Said) => placeOf(said) === ''
const isNear = (said: Said, spot: Spot) => {
  const [at, county] = [placeOf(said), countyAt(spot)]
  return at !== undefined && (isWithin(at, county) || isWithin(county, at))
}
const isTenant = (said: Said, spot: Spot) => keyOf(said) === countyAt(spot) && said.county === countyAt(spot)
const never = () => false
const isTenantOf = (said: Said, { county }: Spot) => keyOf(said) === county && said.county === county && county !== ''
const requests = (kind: string, commands: readonly Command[], at: (spot: Spot) => object, may: Partial<Family>): Family => ({
  ...{ name: 'request', commands, reads: never, writes: never, makes: never, fixed: true },
  at: (spot) => ({ county: countyAt(spot), ...at(spot) }),
  fill: { [commands.includes('update') ? 'kind' : 'relation']: kind },
  ...may,
})

// The head of a request as offices above the county list it, known by `kind`: who handles it, reviews it, took it down, and its county.
const heads = (kind: string, at: (spot: Spot) => object, may: Partial<Family>): Family => ({
  ...{ name: 'request', commands: changed, reads: never, writes: never, makes: never, fixed: true, fill: { kind } },
  at: (spot) => ({ place: nowhere, reviewer: nowhere, taken_at: nowhere, held_in: countyAt(spot), ...at(spot) }),
  ...may,
})
const readByThoseBelow = (said: Said, spot: Spot) =>
  liesIn(said, spot) ||
  (said.county === spot.county && spot.county !== '' && isArea(said) && isWithin(said.area ?? '', spot.place))
// Nothing of this kind is written above a county.
const inCounty = (spot: Spot): Spot => (spot.place.length < 6 ? { ...spot, place: countyAt(spot) } : spot)
const atCounty = (said: Said, spot: Spot) => placeOf(said) === countyAt(spot)

// Requests of kinds, known by `kind`: read where they lie, by readers outside that they name, and by whoever was given them.
const ofKinds = (kind: string, at: (spot: Spot) => object, may: Partial<Family>): Family => ({
  ...{ name: 'kinds', commands: changed, reads: never, writes: never, makes: never, fixed: true, fill: { kind } },
  at: (spot) => ({ county: spot.county, community: nowhere, ...at(spot) }),
  ...may,
})
const liesIn = (said: Said, spot: Spot) => people(changed).reads(said, spot)
const takesPart = (said: Said, { county, place }: Spot) =>
  /^\d{6}$/.test(said.county ?? '') && said.county === county && isArea(said) && said.area === place
const isGiven = (said: Said, { county }: Spot) => said.given === helper && said.county === county
const where = ({ place }: Spot) => ({ community: place })
const readers = ({ place }: Spot) => ({ readers: [place] })
const lyingThere = { reads: liesIn, writes: liesIn, makes: liesIn }
const healthOnly = (said: Said, spot: Spot) => said.health === 'yes' && liesIn(said, spot)
const withHealth = { reads: healthOnly, writes: healthOnly, makes: healthOnly }

const isHelpers = (said: Said, { county }: Spot) => said.account === helper && said.county === county && county !== ''

/** Every table behind row security. */
export const families: Readonly<Record<string, Family | readonly Family[]>> = {
  command: { ...ofKey, commands: changed },
  audit_line: { ...ofKey, commands: added },
  audit_seen: { ...ofKey, commands: added },
  device_contact: people(removed),
  // written by the owner at start alone
  start_step: { name: 'nobody', at: () => ({}), commands: [], reads: never, writes: never },
  // what phones are told: made and read like the rows it is about; dropped when it is old
  change: [
    { ...people(['select', 'insert', 'delete']), fill: { at: '2020-01-01' }, removes: sameCounty },
    { ...people(['select', 'insert', 'delete']), fill: { at: '2999-01-01' }, removes: () => false },
    // that a request changed is told by whoever takes part in it, also from elsewhere, and by whoever was given it
    {
      ...people(['select', 'insert', 'delete']),
      fill: { subject: 'kind_request', at: '2999-01-01' },
      makes: (said, spot) => isTenantOf(said, spot) && (isArea(said) || said.given === helper),
      removes: never,
    },
  ],
  // the counties that work here; one begins when those above give its first account
  tenant: {
    name: 'county',
    at: ({ county }: Spot) => ({ county }),
    commands: changed,
    reads: sameCounty,
    writes: sameCounty,
    makes: (said, spot) => sameCounty(said, spot) || below(said, { county: '', place: spot.county }),
    fixed: true,
  },
  // people: residents, their doors, and what is recorded of both
  estate: people(changed),
  building: people(changed),
  dwelling: people(changed),
  grid: people(changed),
  grid_name: people(added),
  grid_duty: people(removed),
  dwelling_grid: people(removed),
  person: people(changed),
  person_gram: people(removed),
  person_mark: people(changed),
  person_link: people(changed),
  person_pile: people(changed),
  person_move: people(added),
  person_advice: people(added),
  arrival: people(changed),
  import_run: people(changed),
  import_trace: people(added),
  roster_heads: people(changed),
  round: people(changed),
  round_frozen: people(added),
  round_line: people(changed),
  visit: people(added),
  residence_proof: people(added),
  order_objection: people(added),
  order_objection_answer: people(added),
  health_fact: people(added, true),
  colour_decision: people(added, true),
  observation: people(added, true),
  reading: people(added, true),
  alert_answer: people(added, true),
  notice_delivery: people(added, true),
  home_assessment: people(added, true),
  observation_end: people(added, true),
  observation_release: people(changed, true),
  release_delivery: people(added, true),
  release_call: people(added, true),
  observation_handover: people(added, true),
  arrival_decision: people(changed, true),
  errand_decision: people(added, true),
  // figures and policy, read from above as well where it holds below
  county: figures(['select', 'update'], holdsBelow),
  response: figures(added, holdsBelow),
  response_act: figures(added, holdsBelow),
  stated_fact: figures(added, holdsBelow),
  confirmed_level: figures(added, holdsBelow),
  pack_version: figures(added, holdsBelow),
  pack_beyond: figures(added),
  document: figures(added, holdsBelow),
  document_replacement: figures(added, holdsBelow),
  document_file: figures(added, holdsBelow),
  document_task: figures(added, holdsBelow),
  demand: figures(added, holdsBelow),
  demand_act: figures(added, holdsBelow),
  destruction: figures(added, holdsBelow),
  destruction_act: figures(added, holdsBelow),
  destruction_part: figures(['select'], holdsBelow),
  // numbers and codes of a county's notices; nothing of a person
  notice_series: figures(changed),
  notice_code: figures(changed),
  // figures of a place, for it and those above
  report_statement: figures(added),
  daily_report: figures(added),
  measure_statement: figures(added),
  measure_detail: figures(added),
  measure_end: figures(added),
  line_owner: figures(added),
  own_measure: figures(added),
  own_measure_act: figures(added),
  document_receipt: figures(added),
  document_task_state: figures(added),
  control_order: figures(added),
  control_order_act: figures(added),
  order_draft: figures(removed),
  pack_draft: figures(changed),
  certificate_refusal: figures(added),
  told_control: figures(added),
  over_control_act: figures(added),
  inspection: figures(added),
  finding: { ...figures(changed), fixed: true },
  finding_act: figures(added),
  impact_assessment: figures(added),
  compliance_audit: figures(added),
  // counts of the registers, kept by the function that makes them
  register_count: figures(['select']),
  progress: figures(['select']),
  // names and phones of staff: above the county only those of the very same place; of those above the own county's, or the secretaries
  account: figures(changed, {
    reads: (said, spot) =>
      named(said, spot) || (above(said, spot) && spot.place.length >= 6 && isWithin(spot.place, said.county || 'none')),
  }),
  team_member: [
    figures(changed, { fill: { post: 'member' }, reads: named }),
    figures(changed, { fill: { post: 'secretary' }, reads: (said, spot) => named(said, spot) || above(said, spot) }),
  ],
  // a community's report adds to the sums above it, in the transaction that freezes it
  report_sum: figures(changed, { reads: either, writes: either }),
  // the head of a request and its acts: for the office that handles it with all above it, and the readers it names
  request: [
    requests('by office', changed, ({ place }) => ({ office: place, taken_at: nowhere, readers: [nowhere] }), {
      reads: below,
      writes: isAt,
    }),
    requests('by reader', changed, ({ place }) => ({ office: nowhere, taken_at: nowhere, readers: [place] }), {
      reads: (said, spot) => isAt(said, spot) || isNation(said),
    }),
    requests('at a desk', changed, ({ place }) => ({ office: nowhere, taken_at: place, readers: [nowhere] }), {
      reads: isNation,
      makes: (said, spot) => isAt(said, spot) && isTenant(said, spot),
    }),
  ],
  request_act: [
    requests('by office', changed, ({ place }) => ({ office: place, place: nowhere, readers: [nowhere] }), {
      reads: below,
      writes: isAt,
    }),
    requests('by reader', changed, ({ place }) => ({ office: nowhere, place: nowhere, readers: [place] }), {
      reads: (said, spot) => isAt(said, spot) || isNation(said),
    }),
    requests('done there', changed, ({ place }) => ({ office: nowhere, place, readers: [nowhere] }), {
      reads: isNation,
      makes: (said, spot) => isAt(said, spot) && isNear(said, spot),
    }),
  ],
  // the same without names and words, for all offices above: written from its desk for an office of the county or above it
  request_head: [
    heads('by office', ({ place }) => ({ place }), { reads: below, writes: isAt }),
    heads('by reviewer', ({ place }) => ({ reviewer: place }), { reads: isNation, writes: isAt }),
    heads('at a desk, for the county', (spot) => ({ place: countyAt(spot), taken_at: spot.place }), {
      reads: (said, spot) => isAt(said, spot) || below(said, { ...spot, place: countyAt(spot) }),
      writes: (said, spot) => isAt(said, spot) || atCounty(said, spot),
      makes: (said, spot) => isAt(said, spot) && isTenant(said, spot),
    }),
    heads('at a desk, for the nation', ({ place }) => ({ place: '', taken_at: place }), {
      reads: (said, spot) => isAt(said, spot) || isNation(said),
      writes: (said, spot) => isAt(said, spot) || isNation(said),
      makes: (said, spot) => isAt(said, spot) && isTenant(said, spot),
    }),
    heads('at a desk, for an office elsewhere', ({ place }) => ({ taken_at: place }), {
      reads: (said, spot) => isAt(said, spot) || isNation(said),
      writes: isAt,
    }),
  ],
  // its words: for the offices named exactly, and within the county for those above them
  request_words: {
    ...requests('', added, ({ place }) => ({ offices: [place] }), {
      reads: (said, spot) =>
        isAt(said, spot) || (said.county === countyAt(spot) && isArea(said) && isWithin(spot.place, said.area ?? '')),
      makes: isNear,
    }),
    fill: {},
  },
  // who asks: for the office that handles it and those above it within the county
  requester: {
    ...requests('', added, ({ place }) => ({ office: place }), {
      reads: (said, spot) => said.county === countyAt(spot) && isArea(said) && isWithin(spot.place, said.area ?? ''),
      makes: isTenant,
    }),
    fill: {},
  },
  kind_thing: people(changed),
  kind_thing_act: people(added),
  kind_check: people(added),
  kind_document: people(changed),
  // what of it is read above the county: written in the county alone
  kind_document_head: {
    ...{ name: 'heads of documents', commands: changed },
    at: (spot: Spot) => ({ held_in: countyAt(spot), place: inCounty(spot).place }),
    reads: (said: Said, spot: Spot) => below(said, inCounty(spot)),
    writes: (said: Said, spot: Spot) => below(said, inCounty(spot)) && isTenant(said, spot),
  },
  // what a street or the county gives out to those below, who read it; and who of them received it
  kind_document_given: { ...people(removed), name: 'given out below', reads: readByThoseBelow },
  kind_document_receipt: people(added),
  kind_document_act: people(added),
  kind_document_series: people(changed),
  kind_request: [
    ofKinds('by area', where, { ...lyingThere, blindly: true }),
    ofKinds('by reader', readers, { reads: takesPart, writes: takesPart, makes: takesPart }),
    ofKinds('by helper', () => ({ given_to: helper }), { reads: isGiven, writes: isGiven }),
    ofKinds('health', where, { ...withHealth, fill: { kind: 'health', health: 'true' } }),
  ],
  kind_request_act: [
    ofKinds('by area', where, lyingThere),
    ofKinds('by reader', readers, { reads: takesPart, makes: takesPart }),
    ofKinds('by helper', () => ({ by_account: helper }), { makes: isGiven }),
    ofKinds('health', where, { ...withHealth, fill: { kind: 'health', health: 'true' } }),
  ],
  // what somebody wrote for themselves alone
  kind_request_note: {
    ...{ name: 'kinds', commands: added, fixed: true },
    at: ({ county }: Spot) => ({ county, writer: helper }),
    reads: (said: Said, { county }: Spot) => said.account === helper && said.county === county && county !== '',
    writes: never,
    makes: (said: Said, spot: Spot) =>
      said.account === helper && keyOf(said) === spot.county && said.county === spot.county && spot.county !== '',
  },
  kind_request_said: [
    ofKinds('by area', where, lyingThere),
    ofKinds('by reader', readers, { reads: takesPart, makes: takesPart }),
    ofKinds('by helper', () => ({ given_to: helper }), { reads: isGiven, fill: { kind: 'by helper', audience: 'helper' } }),
    ofKinds('health', where, { ...withHealth, fill: { kind: 'health', audience: 'health' } }),
  ],
  // photos: those of a record like what was said in it; loose ones for whoever put them, who gives them to a record where they look from
  kind_file: [
    ofKinds('by area', where, { ...lyingThere, makes: never }),
    ofKinds('by reader', readers, { reads: takesPart }),
    ofKinds('by helper', () => ({ given_to: helper }), { reads: isGiven, fill: { kind: 'by helper', audience: 'helper' } }),
    ofKinds('health', where, { ...withHealth, makes: never, fill: { kind: 'health', health: 'true' } }),
    ofKinds('put by a helper', () => ({ by_account: helper }), { reads: isGiven, writes: isGiven }),
    {
      ...{ name: 'kinds', commands: changed, fixed: true, fill: { kind: 'loose' } },
      at: ({ county }: Spot) => ({ county, by_account: helper }),
      reads: (said: Said, spot: Spot) => isHelpers(said, spot) || isGiven(said, spot),
      writes: (said: Said, spot: Spot) => isGiven(said, spot) || (isTenantOf(said, spot) && said.account === helper),
      makes: (said: Said, spot: Spot) => isTenantOf(said, spot) && (said.account === helper || said.given === helper),
    },
  ],
  // what the program says of itself, the same for all who look from somewhere
  destruction_kind: {
    name: 'program',
    at: () => ({}),
    commands: ['select'],
    reads: (said) => placeOf(said) !== undefined,
    writes: () => false,
  },
}
