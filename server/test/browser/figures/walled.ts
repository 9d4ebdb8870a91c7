// Figures of pages that open no list, and why: each is declared here, by page; and how many figures a page of the demo shows at the least.
import { declared } from '@wangdi/domain/declared.ts'

interface Walled {
  /** Which elements, as a selector; the column of a table is named by its label. */
  readonly figure: string
  readonly why: string
}

const noNames = 'above the community, and to whoever is told figures alone, no list with names opens'
const noList = 'what is counted has no list of its own'
const noRows = 'says how something is made and counts no rows'
const ofRules = 'the words of a rule or document, which count nothing here'
const ofOne = 'of one row, whose own page, which its name opens, shows them one by one'
const beneath = 'what stands beneath it, row by row or door by door'
const someLeft = 'of some figures the list knows what is left alone'

/** What is no way to rows on any page. */
const everywhere: readonly Walled[] = [
  { figure: '.list-pager, .ant-pagination', why: 'stands at the end of a list and says how many rows it has' },
  { figure: '.list-places > li > .quiet', why: 'how large a community is that one chooses from' },
  { figure: 'button:not(.list-chip)', why: 'a press says to how many it does something, or unfolds the rows themselves' },
]

/** By page, what is no way to rows. */
const walled: Readonly<Record<string, readonly Walled[]>> = {
  '/arrivals/counts': [{ figure: 'td', why: `of people under observation the number alone is told; ${noNames}` }],
  '/arrivals/queue': [
    { figure: '.queue-people .sub', why: `communities of those who are listed beneath: ${noList}` },
    { figure: '.queue-heading', why: beneath },
    { figure: '.queue-follows', why: 'what would be made by a decision that nobody has taken yet' },
  ],
  '/buildings': [
    { figure: '.title .note, .rooms-unit .count', why: beneath },
    { figure: '.legend-note', why: 'an example that says how the picture is read' },
    { figure: '.door-standing', why: ofOne },
  ],
  '/certificates': [{ figure: '.certificates-counted', why: 'sums of the refusals that stand beneath with body and paper' }],
  '/k/documents/contingency': [
    { figure: 'td.figure:not(:has([data-opens]))', why: 'how many communities there are, and nought of them' },
  ],
  '/controlled': [{ figure: '.controlled-counts', why: noNames }],
  '/doors': [
    { figure: '[data-label="单元"], [data-label="层数"]', why: noRows },
    { figure: '.title .note', why: beneath },
  ],
  '/goal': [{ figure: 'td.figure, td.figure span', why: noNames }],
  '/grids': [
    { figure: '.grids-load .figure, [data-label="没划进网格的户"], .title .note', why: 'the county sees no doors' },
    { figure: '.grids-band', why: 'a setting of the county' },
    { figure: '.grids-changes', why: 'what was done on a day; the doors may have moved on since' },
  ],
  '/households/$dwelling': [
    { figure: '.household-seen', why: 'accounts that looked today, of whom some may be told and others not' },
    { figure: '.household-members .tags, .household-observed, .story-lines', why: ofOne },
  ],
  '/inspections': [
    { figure: 'td.figure', why: 'sums over the records of the plan, which opens each of them' },
    { figure: '[data-label="看了什么"]', why: ofOne },
  ],
  '/library': [{ figure: 'td.figure', why: 'rules and tasks stand on the page of the document, which its title opens' }],
  '/inbox': [{ figure: '.inbox-details', why: ofOne }],
  '/library/$document': [{ figure: '.library-rules, .library-text', why: ofRules }],
  '/observation': [{ figure: '[data-label="第几天"], .observation-open, [data-label="上午"], [data-label="下午"]', why: ofOne }],
  '/observation/$id': [{ figure: '.observation-slots', why: ofOne }],
  '/k/documents/party-duty': [{ figure: 'td.figure', why: `steps of the last days, of several registers: ${noList}` }],
  '/people/$id': [
    { figure: '.household-seen, .person-seen', why: 'accounts that looked today, of whom some may be told and others not' },
    { figure: '.household-members .tags, .household-observed, .person-links, .story-lines', why: ofOne },
  ],
  '/plan': [
    { figure: '.plan-measure-evidence b:not([data-kind])', why: someLeft },
    { figure: '.plan-measure .go > span:not([data-kind])', why: 'of a register that lacks what it must have there are no rows' },
    { figure: '.plan-measure-text, .plan-measure .who, .plan-limits, .plan-rights', why: ofRules },
    { figure: '.plan-reminder', why: 'a reminder: its way, or the card of the plan, opens what it counts' },
    { figure: '.plan-packages', why: 'measures that stand beneath it, or in the cards of the plan' },
  ],
  '/progress': [
    { figure: '.progress-trend td', why: 'what stood on each of the days before is kept as a number' },
    {
      figure: '.progress-counted, .progress-figure .more',
      why: 'how many communities were counted: each tile says so of its own',
    },
    { figure: '.progress-behind .left', why: noNames },
    { figure: '.progress-behind .why', why: 'why a place is behind, said by other figures of the board' },
  ],
  '/progress/behind': [
    { figure: '[data-label="完成"], [data-label="应做"]', why: someLeft },
    { figure: 'td small', why: 'why a place is behind, said by other figures of the board' },
  ],
  '/progress/wall': [{ figure: '.frame-bare', why: 'nobody presses on a wall' }],
  '/regime-switch': [{ figure: '.card-head .sub', why: beneath }],
  '/reports': [
    { figure: '.report-points > li > span', why: 'the press beside it opens them' },
    { figure: '[aria-label="各级汇总"] td', why: 'levels above see what they received on a page of their own' },
    { figure: '.due', why: 'entries after the deadline: the lines that they stand in say so' },
    { figure: '[data-label$="比前日"]', why: 'how much more or less than the day before, which counts no rows' },
    { figure: '.report-told td', why: 'a count that a person says: nobody stands behind it' },
  ],
  '/reports/burden': [
    { figure: 'td.figure', why: 'a community counts itself; of a demand the number of communities that it reaches' },
    { figure: '.title .note', why: beneath },
  ],
  '/reports/received': [
    { figure: '.report-community td.figure', why: `a community tells some lines itself; ${noNames}` },
    { figure: '.said', why: 'communities whose line was not reported: nobody is told of them by name' },
  ],
  '/rights/endings/$id': [
    { figure: '.card-head .end', why: 'of those beneath whoever is not settled stands first, with a mark' },
    { figure: '.plan-posts', why: 'measures of the lists above, by the post that they are for' },
  ],
  '/rights/traces': [
    { figure: 'td.figure', why: 'the lines of somebody open from their name; whom they saw is told by each line' },
  ],
  '/tiers': [{ figure: '.tier-infected', why: noList }],
  '/village': [
    { figure: '.title .note, .village-head .count', why: beneath },
    { figure: '.round-reached', why: 'several groups together are no part of a round' },
    { figure: '.legend-note', why: 'an example that says how the picture is read' },
    { figure: '.door-standing', why: ofOne },
  ],
}

/** What is no way to rows on a page, as selectors. */
export const wallsOf = (path: string): readonly string[] => [...everywhere, ...(walled[path] ?? [])].map(({ figure }) => figure)

// The list of a kind counts what is open and late, what lives and is overdue, what is due and done.
const ofKinds = declared.map(({ name }) => [`/k/${name.replace('.', '/')}`, 2] as const)

/** By page, how many figures all its readers together are shown at the least; a page that is not here shows none. */
export const shown: Readonly<Record<string, number>> = {
  '/arrivals': 6,
  '/arrivals/counts': 40,
  '/arrivals/queue': 17,
  '/buildings': 10,
  '/controlled': 6,
  '/doors': 28,
  '/goal': 40,
  '/grids': 23,
  '/inbox': 4,
  '/inspections': 35,
  '/key-groups': 124,
  '/lines': 400,
  '/observation': 20,
  '/orders': 18,
  '/over-control': 12,
  '/plan': 34,
  '/plan-settings': 10,
  '/progress': 57,
  '/progress/behind': 6,
  '/reports': 28,
  '/reports/burden': 118,
  '/reports/demands': 6,
  '/reports/received': 76,
  '/requests': 12,
  '/rounds': 45,
  '/tiers': 10,
  '/village': 10,
  ...Object.fromEntries(ofKinds),
}
