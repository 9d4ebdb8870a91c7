// Figures of pages that open no list, and why; and how many figures a page of the demo shows at the least.
import { declared } from '@wangdi/domain/declared.ts'

interface Walled {
  /** Which elements, as a selector; the column of a table is named by its label. */
  readonly figure: string
  readonly why: string
}

const noNames = 'above the community, and to whoever is told figures alone, no list with names opens'
const noList = 'what is counted has no list of its own'
const noRows = 'says how something is made and counts no rows'

/** By page, what is no way to rows. */
export const walled: Readonly<Record<string, readonly Walled[]>> = {
  '/arrivals/counts': [{ figure: 'td', why: `of people under observation the number alone is told; ${noNames}` }],
  '/contingencies': [{ figure: 'td.figure', why: `communities with a plan of a kind: ${noList}` }],
  '/doors': [{ figure: '[data-label="单元"], [data-label="层数"]', why: noRows }],
  '/goal': [{ figure: 'td.figure, td.figure span', why: noNames }],
  '/grids': [
    { figure: '.grids-load .figure, [data-label="没划进网格的户"]', why: `lived-in doors, doors in no grid: ${noList}` },
  ],
  '/library': [{ figure: 'td.figure', why: 'rules and tasks stand on the page of the document, which its title opens' }],
  '/k/documents/party-duty': [{ figure: 'td.figure', why: `steps of the last days, of several registers: ${noList}` }],
  '/progress': [{ figure: '.progress-trend td', why: 'what stood on each of the days before is kept as a number' }],
  '/progress/behind': [
    { figure: '[data-label="完成"], [data-label="应做"]', why: 'of some figures the list knows what is left alone' },
  ],
  '/progress/wall': [{ figure: 'td', why: 'nobody presses on a wall' }],
  '/reports/burden': [
    { figure: 'td.figure', why: 'a community counts itself; of a demand the number of communities that it reaches' },
  ],
  '/reports/received': [{ figure: 'td.figure', why: `whether the one report of a community was late; ${noNames}` }],
  '/rights/traces': [
    { figure: 'td.figure', why: 'the lines of somebody open from their name; whom they saw is told by each line' },
  ],
}

// The list of a kind counts what is open and late, what lives and is overdue, what is due and done.
const ofKinds = declared.map(({ name }) => [`/k/${name.replace('.', '/')}`, 2] as const)

/** By page, how many figures all its readers together are shown at the least; a page that is not here shows none. */
export const shown: Readonly<Record<string, number>> = {
  '/arrivals': 6,
  '/arrivals/counts': 30,
  '/arrivals/queue': 17,
  '/buildings': 10,
  '/controlled': 6,
  '/doors': 28,
  '/goal': 40,
  '/grids': 23,
  '/inspections': 35,
  '/key-groups': 124,
  '/lines': 400,
  '/observation': 20,
  '/orders': 18,
  '/party-duties': 2,
  '/over-control': 12,
  '/plan': 34,
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
