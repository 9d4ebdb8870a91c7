// Which reading verbs show residents, and which do not and why: every verb that is served stands in one of these lists, and
// the walk beside this file looks whether it is so.
import { access } from '@wangdi/domain/access/access.ts'
import { declared } from '@wangdi/domain/declared.ts'
import type { Fields } from '@wangdi/domain/kinds/fields.ts'

const listed = (verbs: readonly string[], why: string): Readonly<Record<string, string>> =>
  Object.fromEntries(verbs.map((verb) => [verb, why]))

// Requests behind a door or of a person show whom they are for; what is asked of a place names nobody, nor does a thing.
const atDoors = declared.filter((kind) => kind.mechanism === 'request' && kind.about !== 'place')
const elsewhere = declared.filter((kind) => !atDoors.includes(kind))
const verbsOf = (kinds: typeof declared, ...acts: string[]) => kinds.flatMap(({ name }) => acts.map((act) => `${name}.${act}`))
// A record may name residents or doors that were chosen for it: whoever reads it sees them.
const namesSomebody = (fields: Fields): boolean =>
  Object.values(fields).some(({ type, rows = {} }) => type === 'person' || type === 'dwelling' || namesSomebody(rows))
const naming = elsewhere.filter(({ fields }) => namesSomebody(fields))
// Who or which door was chosen stands in a column of the list as well.
const inLists = naming.filter(({ fields }) =>
  Object.values(fields).some(({ type, list }) => list && (type === 'person' || type === 'dwelling')),
)
const blind = atDoors.filter((kind) => kind.mechanism === 'request' && kind.blind)

/**
 * Reading verbs whose answers show residents, by name, number, id or door, each with what it is asked beside what its contract
 * wants. Each leaves a line that names whom it showed.
 */
export const shows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'people.search': {},
  'people.get': {},
  'people.unmask': { field: 'document', reason: 'verify' },
  'people.pile': {},
  'people.list-arrivals': {},
  'people.arrival-receipt': {},
  'people.import-rejects': {},
  'health.tier-list': {},
  'health.get': {},
  'observation.propose': { kind: 'close-contact', day_zero: '2026-11-15', known: {} },
  'observation.list': {},
  'observation.get': {},
  'observation.alerts': {},
  'observation.queue-people': {},
  'observation.notices': {},
  'observation.left': {},
  'rounds.coverage': { standing: 'done' },
  'rounds.due': {},
  'rounds.to-meet': {},
  'rounds.told': {},
  'rounds.visits': {},
  'requests.get': {},
  'requests.own-data': {},
  'requests.proposed-errands': {},
  'regimes.objections': {},
  'reports.behind': { line: 'key-persons', figure: 0 },
  'plan.building-view': {},
  'plan.village-view': { group: '三组' },
  'plan.doors-not-reached': {},
  'plan.open-doors': {},
  'plan.grid-doors': {},
  'plan.goal-people': { part: 'asked' },
  'plan.household': {},
  'plan.household-story': {},
  'plan.person-links': {},
  'plan.person-story': {},
  'plan.observed-doors': {},
  'plan.controlled': {},
  'plan.replay-term': {},
  'rights.residence-proofs': {},
  'rights.residence-proof': {},
  'sync.snapshot': {},
  'sync.changes': {},
  ...Object.fromEntries(verbsOf(atDoors, 'get').map((verb) => [verb, {}])),
}

/** What these verbs show need not be a resident of this house: the line names the record in which somebody stands. */
export const byRecord: Readonly<Record<string, string>> = {
  'requests.get': 'request',
  'regimes.objections': 'order',
  'people.import-rejects': 'run',
}

/** Reading verbs that leave a line as well, although the walk cannot ask them here. */
export const shownElsewhere: Readonly<Record<string, string>> = {
  'people.preview-import': 'rows of a file that came up: nobody of them has an id here; the line names the file (import.test.ts)',
  ...listed(
    ['kinds.inbox', 'kinds.given', 'kinds.of-door', ...verbsOf(atDoors, 'see'), ...verbsOf(blind, 'mine')],
    'the plate of a door, by which the walk knows nobody; the line names the door (errands.test.ts)',
  ),
  ...listed(verbsOf(inLists, 'see'), 'whom somebody chose for a record, in its list; the line names them (stayers.test.ts)'),
  ...listed(verbsOf(naming, 'get'), 'whom somebody chose for the record; the line names them (pointing.test.ts)'),
  ...listed(['kinds.choose'], 'the plate of a door, by which the walk knows nobody; the line names the door (pointing.test.ts)'),
  ...listed(
    verbsOf(declared, 'export', 'preview-import').filter((verb) => verb in access),
    'a file: its text lies packed; the line says the reason and names whom it holds',
  ),
}

/** Reading verbs that show doors as places, by their address; that somebody lives there is not told, so no line is left. */
export const doorsAlone: Readonly<Record<string, string>> = {
  'places.find-doors': 'doors that are chosen from while somebody types',
}

const figures = 'figures, of no single person'
const staff = 'names of staff, who are told to those who work with them'
const rules = 'rules and published papers'

/** Reading verbs that show no resident, each with the reason why no line is left of them. */
export const shownNobody: Readonly<Record<string, string>> = {
  'places.tree': 'places',
  'places.community': 'estates, buildings and how many doors they have',
  'places.history': 'grids',
  'people.key-groups': figures,
  'kinds.spread': figures,
  'kinds.count-inbox': figures,
  'people.looks': 'names of staff who looked; that it was asked leaves a line by itself',
  'people.import-progress': figures,
  'people.imports': figures,
  'people.weigh-undoing': figures,
  'people.import-result': 'numbers of rows and why they were refused, without what stood in them',
  'session.read': 'oneself',
  'session.list': 'oneself',
  'staff.list': staff,
  'staff.colleagues': staff,
  'staff.team': staff,
  'staff.grid-duties': staff,
  'staff.answers-for': staff,
  'documents.packs': rules,
  'documents.pack': rules,
  'documents.library': rules,
  'documents.drafts': rules,
  'documents.draft': rules,
  'documents.list': rules,
  'documents.get': rules,
  'documents.reached': figures,
  'documents.contingency.standing': figures,
  'documents.contingency.from-above': rules,
  'documents.contingency.receivers': 'communities, and names of staff who received it',
  'regimes.list-responses': rules,
  'regimes.state': rules,
  'regimes.proposal': figures,
  'regimes.history': rules,
  'regimes.list-orders': 'orders about places; what is said against them stands apart',
  'regimes.order': 'an order about a place',
  'regimes.order-choices': rules,
  'regimes.order-drafts': 'orders about places',
  'rounds.list': figures,
  'rounds.compare-facilities': 'places that all use and the rules about them',
  'rounds.inspections': 'how things stand at a place or unit',
  'rounds.findings': 'what is not as it should be, and who of the staff sees to it',
  'observation.arrival-counts': figures,
  'observation.queue': figures,
  'observation.office': 'what notices say of the office that gives them',
  'requests.list': 'receipts, kinds and days; who asks is told by requests.get',
  'requests.by-receipt': 'the state of a request to whoever brings its number, without who asked',
  'reports.daily': figures,
  'reports.roll-up': figures,
  'reports.four-times': figures,
  'reports.weigh-demand': rules,
  'reports.demands': figures,
  'reports.demand': figures,
  'reports.burden': figures,
  'plan.read': figures,
  'plan.over-control': 'restrictions by place, kind and day, without whom they meet',
  'plan.grids': figures,
  'plan.vacancies': figures,
  'plan.supervision': figures,
  'plan.decisions': rules,
  'plan.replay': rules,
  'plan.what-if': figures,
  'plan.lines': figures,
  'plan.goal': figures,
  'plan.progress': figures,
  'plan.progress-days': figures,
  'plan.place-marks': figures,
  'plan.settings': rules,
  'plan.regime-switch': rules,
  'plan.timeline': rules,
  'rights.refused-certificates': 'which bodies asked for certificates that there are none of',
  'rights.audits': rules,
  'rights.traces': 'staff; that it was asked leaves a line by itself',
  'rights.ended-responses': figures,
  'rights.destruction': figures,
  'rights.end-list': rules,
  ...listed(
    [
      ...verbsOf(
        elsewhere.filter((kind) => !inLists.includes(kind)),
        'see',
      ),
      ...verbsOf(
        elsewhere.filter((kind) => !naming.includes(kind)),
        'get',
      ),
    ],
    'things, and what is asked of a place without anybody’s name',
  ),
}
