import { type ProgressName, progressFigures, readProgress } from '@wangdi/domain/plan/progress/progress.ts'
import type { figureOf } from '@wangdi/domain/plan/progress/progress.rules.ts'
import { leftOf } from '@wangdi/domain/plan/progress/progress.rules.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { formatMoment, formatNumber, formatShare, formatTime } from '@wangdi/ui/words/format.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import type { OpenedList } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { usePlaceName } from '../../shell/PlaceName.tsx'
import { useOpenedList } from '../plan-reply.ts'
import { words as planWords } from '../plan.words.ts'

// What is left of a figure is called here what the plan calls it.
addWords('plan', planWords)

/** A board as the server says it. */
export type Progress = Static<typeof readProgress.reply>
export type Row = Progress['whole']
type Figure = NonNullable<ReturnType<typeof figureOf>>

const renewMs = 60_000
const countingMs = 1500

/** The board of a place; while communities wait to be counted it is asked again at once, which counts some more. */
export const useProgress = (place: string) =>
  useQuery({
    ...ask(readProgress, { place }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 ? countingMs : renewMs),
  })

/** Which figures of a board are a part of a whole and can be painted: those that somebody was counted for, in its order. */
export const sharesOf = ({ whole, tiles }: Progress): ProgressName[] => {
  const known = whole.figures.length > 0 ? whole.figures : tiles.flatMap(({ figures }) => figures)
  return [...new Set(known.map(({ name }) => name))].filter((name) => name !== 'alerts')
}

/** The level of the tiles of a board, by the digits of their codes. */
export const levelOfTiles = ({ tiles }: Progress): 'province' | 'county' | 'community' => {
  const digits = tiles[0]?.place.length ?? 0
  return digits === 12 ? 'community' : digits === 6 ? 'county' : 'province'
}

/** The name of the place a board is of, short; the nation in a word. */
export function useBoardName(place: string): string {
  const { t } = useTranslation('progress')
  const name = usePlaceName(place)
  return place === '' ? t('nation') : shortName(name)
}

/** The name of a place by its code, as people call it. */
export function ShortName({ code }: { code: string }) {
  return shortName(usePlaceName(code))
}

/** What is left of a figure is called as the plan calls it; where the board counts those gone to in vain too, as it counts them. */
export function useUnitOf(): (name: ProgressName, left: number | null) => string {
  const { t } = useTranslation('progress')
  const { t: tPlan } = useTranslation('plan')
  return (name, left) =>
    name in countedWhole
      ? t(`unit.${name}`, { count: left ?? 2 })
      : tPlan(`unit.${progressFigures[name].list}`, { count: left ?? 2 })
}

// The rows of a board that hold doors gone to in vain beside those not gone to: done is who was met.
const countedWhole = { 'visits.survey': 'not-met', 'visits.elders': 'not-met' } as const

/** The list behind a figure of one community, showing exactly the rows that the board counts as left; nothing where this build has no page. */
export function useOpenedFigure(): (name: ProgressName, day: string) => OpenedList | undefined {
  const opened = useOpenedList()
  return (name, day) => {
    if (name === 'visits.survey') return { to: '/rounds', search: { round: 'survey', standing: 'not-met' }, rows: 'round' }
    if (name === 'visits.elders') return { to: '/key-groups', search: { group: 'all', shown: 'not-met' }, rows: 'visits-not-met' }
    return opened(progressFigures[name].list, { round: null, day })
  }
}

/** Words for figures: what is left, how far it is, how old it is. */
export function useFigureWords(least: number) {
  const { t } = useTranslation('progress')
  const hidden = (figure: Figure) => (figure.hidden === 'few' ? t('few', { n: least }) : t('withheld'))
  return {
    hidden,
    /** What is left, a count; a word where it is not told. */
    left: (figure: Figure) => {
      const left = leftOf(figure)
      return left === null ? hidden(figure) : formatNumber(left)
    },
    share: (figure: Figure) =>
      figure.done === null || figure.due === null ? hidden(figure) : formatShare(figure.done, figure.due),
    /** How far a figure is, in a few words. */
    standing: (figure: Figure | undefined) => {
      if (!figure) return t('absent')
      if (figure.done === null || figure.due === null) return hidden(figure)
      if (figure.due === 0) return t('nothing')
      return t('tiles.share', { share: formatShare(figure.done, figure.due) })
    },
    /** When a row was counted, as the board says it. */
    age: ({ at, day }: Pick<Row, 'at' | 'day'>, today: string) => {
      if (at === null || day === null) return t('absent')
      return day === today ? t('tiles.at', { time: formatTime(at) }) : t('tiles.yesterday', { time: formatTime(at) })
    },
    moment: (at: string, today: string) => formatMoment(at, today),
  }
}
