import type { Arrival } from '../../people/arrival/arrival.ts'
import type { Day } from '../../schema.ts'
import type { DatedPhase, Notice } from '../observation.ts'
import type { ArrivalProposal } from '../queue/queue.ts'
import { type Office, siteFirst, siteLines } from './office.ts'

const dayText = (day: Day) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`
const levels = { high: '高风险地区', medium: '中风险地区', low: '低风险地区' } as const
const wheres = { central: '集中隔离医学观察', home: '居家隔离医学观察', monitoring: '居家健康监测' } as const

/** The measure in one line: 居家隔离医学观察，11 月 16 日到 11 月 22 日 24:00. */
export const measureText = (phases: readonly DatedPhase[]): string =>
  phases.map(({ where, from, until }) => `${wheres[where]}，${dayText(from)}到 ${dayText(until)} 24:00`).join('；以后')

/** What is found of somebody who came from elsewhere, as the notice says it to the person (传染病防治法 §58: the finding in writing). */
export function findingText(
  arrival: Pick<Arrival, 'origin' | 'origin_kind' | 'arrived_on' | 'left_origin_on'> & {
    readonly checked: { by: string; on: Day } | null
  },
  proposal: Pick<ArrivalProposal, 'source' | 'kind_words'>,
): string {
  const { origin, origin_kind, arrived_on, left_origin_on, checked } = arrival
  const from =
    origin_kind === 'abroad'
      ? `您从${origin}入境，${dayText(left_origin_on ?? arrived_on)}起算。`
      : `您 ${dayText(left_origin_on ?? arrived_on)}离开${origin}。${
          origin_kind === 'unknown' || proposal.kind_words ? '' : `那天当地是${levels[origin_kind]}。`
        }`
  const kind = proposal.kind_words ? `您属于${proposal.kind_words.zh}。` : ''
  const rule = proposal.source ? `按${proposal.source.document}（${proposal.source.section}），要观察。` : '按当地命令，要观察。'
  const check = checked ? `来处由${checked.by} ${dayText(checked.on)}核实。` : ''
  return from + kind + rule + check
}

// The office's lines are those of a stay at home.
function linesFor(phases: readonly DatedPhase[], { duties, services }: Office): Pick<Office, 'duties' | 'services'> {
  if (phases.every(({ where }) => where === 'central')) return siteLines
  return phases.some(({ where }) => where === 'central') ? { duties: [siteFirst, ...duties], services } : { duties, services }
}

/** The notice as it is drafted for one person; a named person of county health decides before it says anything to anybody. */
export const draftNotice = (
  arrival: Parameters<typeof findingText>[0],
  proposal: Pick<ArrivalProposal, 'source' | 'kind_words'>,
  phases: readonly DatedPhase[],
  office: Office,
): Notice => ({
  finding: findingText(arrival, proposal),
  measure: measureText(phases),
  rights: office.rights.join('\n'),
  contact: `${office.issuer} ${office.phone}`,
  duties: linesFor(phases, office).duties.join('\n'),
  services: linesFor(phases, office).services.join('\n'),
})

/** The ground of an order: the law, the response that opened observation, the rule of the term. */
export function basisText(
  responses: readonly { readonly issuer: string; readonly number: string; readonly from: Day; readonly until: Day | null }[],
  source: ArrivalProposal['source'],
): string {
  const opened = responses.map(({ issuer, number, from, until }) =>
    [issuer + number, until ? `${from} 到 ${until}` : `${from} 起`].join('，'),
  )
  return ['《传染病防治法》第五十八条', ...opened, ...(source ? [`${source.document}·${source.section}`] : [])]
    .join('；')
    .slice(0, 400)
}
