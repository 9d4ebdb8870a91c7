import { verbOf } from '@wangdi/domain/kinds/kind.ts'
import { firstActOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import { phoneKinds, phoneRounds } from '@wangdi/domain/sync/phone-kinds.ts'
import { roundOnPhone } from '@wangdi/domain/sync/round.rules.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDeadline } from '@wangdi/ui/words/format.ts'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { carriedBy, useKnown, usePhone } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { listOnPhone } from './on-phone.ts'
import { useSay } from './say.ts'
import { titleOf } from './words-of.ts'

/** On 今日: how many were given to whoever carries the phone, how many are open in their grids, how far each round has come, and what holds. */
export function AskedCard() {
  const { t } = useTranslation('kinds')
  const say = useSay()
  const { me } = usePhone()
  const { held } = useKnown()
  const open = [...held.asked.values()].filter(({ standing }) => !standing.ended).length
  const given = held.given.size
  const today = dayOf(useNow())
  const turns = phoneRounds.flatMap((kind) => {
    if (me.access[verbOf(kind, 'record')] === undefined) return []
    const { coverage } = roundOnPhone(held, kind, today)
    return coverage.due === 0 ? [] : [{ kind, coverage }]
  })
  const papers = held.paper.size
  if (open + given + turns.length + papers === 0) return null
  return (
    <section className="f-card">
      {open + given > 0 && (
        <button type="button" className="f-line f-line-key" onClick={() => go('/asked')}>
          {t('asked')}{' '}
          <small>{[...(carriedBy(me).given ? [t('mine', { n: given })] : []), t('open', { n: open })].join(' · ')}</small>
          <ChevronRight className="f-line-end" size={22} aria-hidden="true" />
        </button>
      )}
      {turns.map(({ kind, coverage: { done, due } }) => (
        <button key={kind.name} type="button" className="f-line f-line-key" onClick={() => go(`/turn/${kind.name}`)}>
          {say(kind.words)} <small>{t('turn.card', { done, n: due })}</small>
          <ChevronRight className="f-line-end" size={22} aria-hidden="true" />
        </button>
      ))}
      {papers > 0 && (
        <button type="button" className="f-line f-line-key" onClick={() => go('/papers')}>
          {t('papers.title')} <small>{t('papers.n', { count: papers, n: papers })}</small>
          <ChevronRight className="f-line-end" size={22} aria-hidden="true" />
        </button>
      )}
    </section>
  )
}

/** On a door: what is open for it, as far as this phone holds it, each a way to its page; says so where nothing is. */
export function OpenOfDoor({ dwelling }: { dwelling: string }) {
  const { t } = useTranslation('kinds')
  const { me } = usePhone()
  const { held } = useKnown()
  const say = useSay()
  const moment = useNow()
  const now = new Date(moment).toISOString()
  if (!carriedBy(me).doors) return null
  const open = listOnPhone(held, 'asked', me, now).filter(({ row }) => row.dwelling === dwelling)
  return (
    <>
      <h2 className="f-head">{t('ofDoor')}</h2>
      {open.length === 0 && <p className="f-line f-muted">{t('noneOfDoor')}</p>}
      {open.map((one) => (
        <button key={one.row.id} type="button" className="f-line f-line-key" onClick={() => go(`/one/${one.row.id}`)}>
          {say(one.kind.words)} {say(titleOf(one))}{' '}
          <small>
            {one.row.standing.due_at ? t('by', { when: formatDeadline(one.row.standing.due_at, dayOf(moment)) }) : ''}
          </small>
          <ChevronRight className="f-line-end" size={22} aria-hidden="true" />
        </button>
      ))}
    </>
  )
}

/** On a door: a key for each kind that may be taken down there. */
export function BeginKeys({ dwelling }: { dwelling: string }) {
  const { t } = useTranslation('kinds')
  const { me } = usePhone()
  const say = useSay()
  const mine = phoneKinds.filter((kind) => kind.about === 'dwelling' && me.access[verbOf(kind, firstActOf(kind))] !== undefined)
  return mine.map((kind) => (
    <button key={kind.name} type="button" className="f-line f-line-key" onClick={() => go(`/ask/${kind.name}?door=${dwelling}`)}>
      {t('begin', { what: say(kind.words) })}
    </button>
  ))
}
