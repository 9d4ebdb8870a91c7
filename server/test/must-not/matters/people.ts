import { staff, office, county, belowCity, withoutPeople, each, matter, type Matter } from './matter.ts'

/** What touches people: their doors, their data, their health, what they ask for. */
export const people: readonly Matter[] = [
  matter(
    'a phone carries the doors of its own worker; no office above the community downloads people (design 4, Commands and sync)',
    'sync.snapshot sync.changes',
    { door: 'grid', ...each('area', 'desk', 'director', 'clinic') },
  ),
  matter(
    'the doors of a community are known to those who work in it and to the county that answers for it',
    'places.community places.history staff.grid-duties rounds.list',
    each('area', ...belowCity, 'door', 'clinic'),
  ),
  matter(
    'a door is found by those who go there and by who enters where somebody stays, a grid worker among the own doors',
    'places.find-doors',
    { door: 'grid', ...each('area', ...office, 'clinic', 'street', 'medical') },
  ),
  matter(
    'houses are entered by who answers for the list (2020-01-24)',
    'places.save-estate places.save-building',
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'grids are redrawn by those who answer for their workers',
    'places.grid-save places.assign-dwellings staff.assign-grid',
    each('area', 'director', 'street', 'civil'),
  ),
  matter('how much a grid may carry is said by the county', 'places.set-load-band', each('figures', 'civil', 'leader')),
  matter(
    'people are known by name to those who serve them, a grid worker those of the own doors; a county leader has figures',
    'people.search people.get plan.person-links plan.person-story',
    { door: 'grid', ...each('area', ...office, 'clinic', 'street', 'civil', 'medical') },
  ),
  matter(
    'who looked at somebody is told by those who answer for the place or the county',
    'people.looks',
    each('area', 'director', 'civil', 'medical'),
  ),
  matter(
    'a whole number is shown to those who must reach or identify somebody (PIPL article 6: as little as the purpose needs)',
    'people.unmask',
    { door: 'grid', ...each('area', ...office, 'clinic', 'medical') },
  ),
  matter('the desk of the community keeps the list of residents', 'people.add people.correct', each('area', ...office)),
  matter(
    'marks are set by the desk, the clinic and civil affairs (2021: key groups)',
    'people.set-mark people.review-mark',
    each('area', ...office, 'clinic', 'civil'),
  ),
  matter(
    'what was advised, seen or knocked at is recorded by whoever stood at the door',
    'people.record-advice rounds.record-visit',
    { door: 'grid', ...each('area', ...office, 'clinic') },
  ),
  matter('the use of a dwelling is said by those who go there', 'places.set-use', { door: 'grid', ...each('area', ...office) }),
  matter(
    'lists of people in need are for those who care (2023: 老幼病残孕)',
    'people.key-groups',
    each('area', ...office, 'clinic', 'street', 'civil', 'medical'),
  ),
  matter(
    'rosters in and out are files full of people: the desk, the street and civil affairs, never the door, the clinic, a leader',
    `people.preview-import people.import-residents people.import-elders people.import-arrivals
      people.import-progress people.imports people.import-result people.import-rejects people.weigh-undoing people.undo-import people.pile people.link
      people.keep-apart people.unlink people.settle-address people.unsettle-address people.settle-words people.unsettle-words`,
    each('area', ...office, 'street', 'civil'),
  ),
  matter(
    'those who arrive are met by the community and followed by county health (2020-01-24, article 3)',
    'people.record-arrival people.list-arrivals',
    { door: 'grid', ...each('area', ...office, 'clinic', 'medical') },
  ),
  matter(
    'whether an arrival is in order is judged at the desk or by medical people',
    'people.check-arrival people.check-arrivals people.note-unanswered people.arrival-receipt',
    each('area', ...office, 'clinic', 'medical'),
  ),
  matter(
    'who was not reached behind which door is for those who go there and who send them; never a leader',
    'rounds.coverage rounds.due',
    { door: 'grid', ...each('area', ...office, 'clinic', 'street', 'civil') },
  ),
  matter('whom of a household to reach is for those who may write it down', 'rounds.to-meet', {
    door: 'grid',
    ...each('area', ...office, 'clinic'),
  }),
  matter('what was told at a door stays with community and street', 'rounds.told rounds.visits', {
    door: 'grid',
    ...each('area', ...office, 'clinic', 'street'),
  }),
  matter('a round is opened by the community', 'rounds.open-round rounds.close-round', each('area', 'desk', 'director')),
  matter(
    'inspections are between levels and communities',
    'rounds.inspections rounds.findings rounds.record-inspection rounds.settle-finding',
    { ...each('area', ...belowCity), ...withoutPeople },
  ),
  matter(
    'the machine proposes, a doctor confirms',
    'health.confirm-colour observation.answer-alert',
    each('area', 'clinic', 'medical'),
  ),
  matter(
    'only county health holds somebody at home (传染病防治法: medical orders)',
    'observation.decide observation.end observation.decide-arrivals observation.withdraw-decision observation.send-back observation.release observation.withdraw-release observation.hand-over',
    each('area', 'medical'),
  ),
  matter(
    'which arrival waits for a decision, and why, is for those who check it and those who decide; never for the door or the street',
    'observation.queue observation.queue-people',
    each('area', ...office, 'clinic', 'medical'),
  ),
  matter(
    'who should be observed, and who has a high reading, is for medical people and the director',
    'observation.propose observation.alerts observation.left',
    each('area', 'director', 'clinic', 'medical'),
  ),
  matter('readings are taken at the door, by the desk or the clinic', 'observation.record-reading', {
    door: 'grid',
    ...each('area', 'desk', 'director', 'clinic'),
  }),
  matter(
    'whoever is released is called by the desk or the clinic, never by whoever knocks or decides',
    'observation.record-call',
    each('area', 'desk', 'director', 'clinic'),
  ),
  matter('a home is assessed by the community', 'observation.assess-home', each('area', 'desk', 'director', 'clinic')),
  matter(
    'notices are printed where they are given out: by the desk, the clinic and those who decide, never at the door',
    'observation.notices',
    each('area', 'desk', 'director', 'clinic', 'medical'),
  ),
  matter(
    'counts of those under observation stay in the county',
    'observation.arrival-counts',
    each('area', ...office, 'clinic', 'street', 'medical'),
  ),
  matter('what was asked for is counted for all levels, without a name above the county', 'requests.list', {
    ...each('area', 'desk', 'director', 'street', ...county),
    ...withoutPeople,
  }),
  matter(
    'requests are answered by offices up to the province, above the county without a name',
    'requests.get requests.ask-place requests.answer',
    { ...each('area', 'desk', 'director', 'street', ...county), ...each('figures', 'above') },
  ),
  matter('a receipt is looked up where it was given', 'requests.by-receipt', each('area', ...belowCity, 'clinic')),
  matter(
    'a word of the other side is asked by director and up',
    'requests.tell-side',
    each('area', 'director', 'street', ...county),
  ),
  matter('whoever asked accepts or asks for review at any desk', 'requests.accept requests.ask-review', {
    ...each('area', ...belowCity, 'clinic'),
    ...each('figures', 'above'),
  }),
  matter('a review is done by a level above', 'requests.review', {
    ...each('area', 'street', ...county),
    ...each('figures', 'above'),
  }),
  matter(
    'a session is one person’s own',
    'session.read session.list session.end demo.set-clock',
    each('own', ...staff, 'residents', 'partners'),
  ),
  matter('the division of places holds no people; helpers and those who keep the machine need none of it', 'places.tree', {
    ...each('area', ...belowCity, 'door', 'clinic'),
    ...withoutPeople,
    ...each('figures', 'editors', 'auditors'),
  }),
  matter(
    'who asked for help or a doctor is told by name to the carers of a whole community',
    'plan.goal-people',
    each('area', 'desk', 'director', 'clinic', 'medical'),
  ),
  matter(
    'the health of a person is for carers: never the information reporter, the street, civil affairs or a leader (PIPL article 28)',
    'health.tier-list health.get health.record-facts observation.list observation.get observation.deliver-notice observation.deliver-release',
    { door: 'grid', ...each('area', 'desk', 'director', 'clinic', 'medical') },
  ),
  matter(
    'who complains is known to those who take it; helpers and those who keep the machine take none',
    'requests.take',
    each('area', ...belowCity, 'door', 'clinic'),
  ),
  matter(
    'the data of a person are handed out to that person at the desk alone (PIPL article 45)',
    'requests.own-data',
    each('area', 'desk', 'director'),
  ),
  matter('what was done about an incident with data is the county’s word', 'requests.record-step', each('area', ...county)),
]
