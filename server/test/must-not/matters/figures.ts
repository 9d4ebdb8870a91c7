import { office, county, levels, belowCity, withoutPeople, each, matter, type Matter } from './matter.ts'

/** What touches the plan, figures and rights. */
export const figures: readonly Matter[] = [
  matter(
    'the times of single cases are for medical people and who answers for the place',
    'reports.four-times',
    each('area', 'director', 'clinic', 'medical', 'leader'),
  ),
  matter(
    'who looked at what is watched by those who have no business with people (PIPL article 51)',
    'rights.traces',
    each('figures', 'security', 'auditors'),
  ),
  matter(
    'what notices say is answered for by the county that gives them (传染病防治法 §58)',
    'observation.office observation.save-office',
    each('figures', 'medical', 'leader'),
  ),
  matter('lines are said by the community', 'reports.say-line reports.explain-line', each('area', ...office)),
  matter(
    'a report is confirmed by a named person of the community',
    'reports.confirm reports.correct',
    each('area', 'director', 'reporter'),
  ),
  matter('sums travel up, never down past the own place or to the doors', 'reports.roll-up', {
    ...each('above', ...office),
    ...each('figures', ...levels),
  }),
  matter('only levels ask communities for something', 'reports.weigh-demand reports.file-demand', each('figures', ...levels)),
  matter('a form past the desk is told by a community', 'reports.tell-demand', each('figures', ...office)),
  matter('whoever asked ends it', 'reports.end-demand', each('above', ...levels)),
  matter(
    'what is asked of communities is open between offices',
    'reports.demands reports.demand reports.burden',
    each('above', ...office, ...levels),
  ),
  matter(
    'a building door by door is for those who go there; the county sees no doors (design 4: as near as needed)',
    'plan.building-view plan.village-view plan.household plan.household-story plan.doors-not-reached',
    { door: 'grid', ...each('area', ...office, 'clinic', 'street') },
  ),
  matter(
    'which doors lie in a grid or in none is for the offices that draw grids and the street; the county sees no doors',
    'plan.grid-doors',
    each('area', ...office, 'street'),
  ),
  matter('behind which door somebody is observed: carers alone, never desk, street or civil affairs', 'plan.observed-doors', {
    door: 'grid',
    ...each('area', 'director', 'clinic', 'medical'),
  }),
  matter('whose doors have open work, observed ones among them: carers alone', 'plan.open-doors', {
    ...each('area', 'director', 'clinic', 'medical'),
  }),
  matter('vacancies and loads of grids stay in the county', 'plan.vacancies plan.grids', each('area', ...belowCity)),
  matter('who is under control by name: in the county; above it places alone', 'plan.controlled', {
    ...each('area', ...belowCity, 'clinic'),
    ...withoutPeople,
  }),
  matter('the plan of the day is the page of all who work; above the county and for editors without people', 'plan.read', {
    ...each('area', ...belowCity, 'door', 'clinic'),
    ...withoutPeople,
    ...each('figures', 'editors'),
  }),
  matter('what holds next holds no people', 'plan.timeline', {
    ...each('area', ...office, 'door', 'clinic'),
    ...each('figures', ...levels, 'editors'),
  }),
  matter(
    'why rules gave what they gave is for offices and editors',
    'plan.decisions plan.replay',
    each('above', ...office, ...levels, 'editors'),
  ),
  matter(
    'the term of one person is for medical people and the director',
    'plan.replay-term',
    each('area', 'director', 'clinic', 'medical'),
  ),
  matter('what a change would do is counted for levels and editors', 'plan.what-if', {
    ...each('area', 'street', ...county),
    ...withoutPeople,
    ...each('figures', 'editors'),
  }),
  matter(
    'how communities stand is for street and county',
    'plan.supervision plan.lines plan.judge-measure',
    each('area', 'street', ...county),
  ),
  matter('how far communities are is counted for street and county; above them sums, and no people', 'plan.progress', {
    ...each('area', 'street', ...county),
    ...withoutPeople,
  }),
  matter('what was counted day by day is sums for levels', 'plan.progress-days', each('figures', ...levels)),
  matter('a measure is stated by the community', 'plan.state-measure documents.state-task', each('area', ...office)),
  matter('how it is done here is written by desk and director', 'plan.detail-measure', each('area', 'desk', 'director')),
  matter('owners of lines are named by director or street', 'plan.name-line-owner', each('area', 'director', 'street')),
  matter('the board of the goal counts people in need: within the county', 'plan.goal', each('area', ...belowCity, 'clinic')),
  matter('what was switched to daily life is for offices', 'plan.regime-switch', {
    ...each('area', ...belowCity),
    ...withoutPeople,
  }),
  matter('numbers that no clause gives are seen by offices and editors', 'plan.settings', {
    ...each('area', ...office),
    ...each('figures', ...levels, 'editors'),
  }),
  matter('the county chooses its days and hours', 'plan.choose-setting', each('figures', ...county)),
  matter(
    'marks of places are set by street and county',
    'plan.place-marks plan.mark-places',
    each('figures', 'street', ...county),
  ),
  matter('over-control is shown to those who answer for it', 'plan.over-control', {
    ...each('area', 'director', 'street', ...county),
    ...withoutPeople,
  }),
  matter(
    'everybody who works in the county may tell of a restriction',
    'plan.tell-control',
    each('area', ...belowCity, 'door', 'clinic'),
  ),
  matter('answered by who restricted', 'plan.answer-control', each('area', 'director', 'street', ...county)),
  matter(
    'warned, stopped and allowed from the county up: never by those who restrict (2020P: 层层加码)',
    'plan.warn-control plan.stop-control plan.confirm-stopped plan.allow-control',
    { ...each('area', ...county), ...withoutPeople },
  ),
  matter(
    'the one certificate is issued by the community itself',
    'rights.issue-residence-proof rights.residence-proofs rights.residence-proof',
    each('area', ...office),
  ),
  matter('a refused certificate is recorded where it was asked for', 'rights.refuse-certificate', each('figures', ...office)),
  matter('refused certificates are counted for offices', 'rights.refused-certificates', each('figures', ...office, ...levels)),
  matter(
    'the end of a response is overseen by levels and the auditor',
    'rights.ended-responses rights.destruction',
    each('figures', ...levels, 'auditors'),
  ),
  matter('what stops with it is for offices', 'rights.end-list', each('above', ...office, ...levels)),
  matter(
    'whoever asks for a destruction does not approve it: health and civil affairs ask (design 1, 6)',
    'rights.assess-destruction rights.assess-impact rights.execute-destruction',
    each('figures', 'medical', 'civil'),
  ),
  matter('leader or health decide', 'rights.decide-destruction rights.set-end-terms', each('figures', 'leader', 'medical')),
  matter(
    'audits are read by the county, security and auditor',
    'rights.audits',
    each('figures', ...county, 'security', 'auditors'),
  ),
  matter('an audit is recorded by the auditor alone', 'rights.record-audit', each('figures', 'auditors')),
  matter(
    'the figures of a day stand on people: until a community confirmed them they stay in the county',
    'reports.daily reports.behind',
    each('area', ...belowCity, 'clinic'),
  ),
  matter(
    'what is asked of communities is decided at the desk of the county',
    'reports.decide-demand reports.renew-demand',
    each('figures', 'civil'),
  ),
  matter(
    'what a community adds is said by its director',
    'plan.add-measure plan.end-own-measure plan.end-old-measures',
    each('area', 'director'),
  ),
]
