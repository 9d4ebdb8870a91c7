import type { listTiers } from '@wangdi/domain/health/health.api.ts'
import type { Colour } from '@wangdi/domain/health/health.ts'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { ColourMark } from './ColourMark.tsx'

const contacts = ['due', 'done', 'no-answer'] as const
const states = ['confirmed', 'changed', 'open', 'unknown', 'unconfirmed'] as const

/** Which part of the ledger is shown; it stands in the address, which has nothing personal. */
export interface TierFilter {
  readonly colour?: Colour
  readonly state?: (typeof states)[number]
  readonly vaccination?: 'unknown' | 'known'
  /** Of whom this is true of the contact with them; nobody's door in sixty days. */
  readonly contact?: (typeof contacts)[number]
  readonly unvisited?: true
}

/** Reads which part is shown from an address; what it does not know is left out. */
export function readTierFilter(search: object): TierFilter {
  const asked = search as Record<string, unknown>
  const colour = (['red', 'yellow', 'green'] as const).find((one) => one === asked['colour'])
  const state = states.find((one) => one === asked['state'])
  const vaccination = (['unknown', 'known'] as const).find((one) => one === asked['vaccination'])
  const contact = contacts.find((one) => one === asked['contact'])
  return {
    ...(colour && { colour }),
    ...(state && { state }),
    ...(vaccination && { vaccination }),
    ...(contact && { contact }),
    ...(asked['unvisited'] === true && { unvisited: true }),
  }
}

/** The counts of the ledger, which are also its filter. */
export function TierCounts({
  counts,
  filter,
  onFilter,
}: {
  counts: Static<typeof listTiers.reply>['counts']
  filter: TierFilter
  onFilter: (filter: TierFilter) => void
}) {
  const { t } = useTranslation('health')
  const chip = (key: string, on: boolean, to: TierFilter, content: React.ReactNode, count?: number) => (
    <button
      key={key}
      type="button"
      className="list-chip"
      aria-pressed={on}
      onClick={() => onFilter(on ? {} : to)}
      {...(count !== undefined && { 'data-figure': count, 'data-opens': 'tiers' })}
    >
      {content}
      {count !== undefined && <b>{formatNumber(count)}</b>}
    </button>
  )
  const { colour, state, vaccination, contact, unvisited } = filter
  return (
    <div className="list-filters" role="group" aria-label={t('filter')}>
      {chip('all', Object.keys(filter).length === 0, {}, t('all'), counts.people)}
      {(['red', 'yellow', 'green'] as const).map((one) =>
        chip(one, colour === one, { colour: one }, <ColourMark colour={one} />, counts[one]),
      )}
      {chip('unknown', state === 'unknown', { state: 'unknown' }, <ColourMark colour={null} />, counts.unknown)}
      <i className="tier-parting" />
      {chip('unconfirmed', state === 'unconfirmed', { state: 'unconfirmed' }, t('unconfirmed'), counts.unconfirmed)}
      {chip('open', state === 'open', { state: 'open' }, t('open'), counts.open)}
      {chip('changed', state === 'changed', { state: 'changed' }, t('changed'), counts.changed)}
      {chip('confirmed', state === 'confirmed', { state: 'confirmed' }, t('confirmed'), counts.people - counts.unconfirmed)}
      {chip('vaccination', vaccination === 'unknown', { vaccination: 'unknown' }, t('noVaccination'), counts.vaccination_unknown)}
      {vaccination === 'known' &&
        chip('vaccinated', true, { vaccination: 'known' }, t('knownVaccination'), counts.people - counts.vaccination_unknown)}
      {contact && chip(contact, true, {}, t(`contactIs.${contact}`))}
      {unvisited && chip('unvisited', true, {}, t('unvisited'))}
      {counts.infected > 0 && (
        <span className="tier-infected small">
          {t('infected')} {formatNumber(counts.infected)} {t('unit', { count: counts.infected })}
        </span>
      )}
    </div>
  )
}
