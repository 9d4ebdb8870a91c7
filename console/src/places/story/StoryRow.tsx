import { storyKinds, type StoryLine } from '@wangdi/domain/plan/story/story.ts'
import { requestKinds, type RequestKindName } from '@wangdi/domain/requests/kinds.ts'
import { resultSaid, visitNeeds } from '@wangdi/domain/rounds/rounds.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { call as phone, document, door, done, observed, onward, people as group, temperature } from '@wangdi/ui/marks/icons.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

const icons = {
  visit: door,
  move: onward,
  arrival: group,
  order: observed,
  delivery: document,
  reading: temperature,
  answer: phone,
  ended: done,
  release: done,
  handover: document,
  call: phone,
  withdrawal: observed,
  request: document,
} as const satisfies Record<StoryLine['kind'], unknown>

/** One thing that happened: when, to whom, what, and who did it; the words lead to its own page for who may open that. */
export function StoryRow({ line, ofPerson, today }: { line: StoryLine; ofPerson: string | undefined; today: string }) {
  const say = useSaying()
  const what = useWhat()(line, today)
  const people = line.people.filter(({ id }) => id !== ofPerson)
  return (
    <li>
      <time className="nowrap quiet" dateTime={line.at ?? line.day}>
        {line.at ? formatMoment(line.at, today) : formatDay(line.day, today)}
      </time>
      <Icon of={icons[line.kind]} size={14} />
      <div className="story-what">
        <p>
          {line.kind !== 'visit' && people.length > 0 && <People people={people} />} <Way line={line}>{what}</Way>
          {line.kind === 'visit' && <Met line={line} ofPerson={ofPerson} />}
        </p>
        {line.kind === 'visit' && line.note && <p className="quiet small">{line.note}</p>}
        {line.by && <p className="quiet small">{line.by}</p>}
      </div>
      <Tag>{say(storyKinds[line.kind])}</Tag>
    </li>
  )
}

/** Whom a visit met: on a person's own line that they were seen. */
function Met({ line, ofPerson }: { line: StoryLine; ofPerson: string | undefined }) {
  const { t } = useTranslation('story')
  const people = line.people.filter(({ id }) => id !== ofPerson)
  if (people.length > 0)
    return (
      <>
        {t('comma')}
        {t('visit.met')} <People people={people} />
      </>
    )
  return line.people.length > 0 ? `${t('comma')}${t('visit.inPerson')}` : null
}

function People({ people }: { people: StoryLine['people'] }) {
  const { t } = useTranslation('story')
  return people.map(({ id, name }, at) => (
    <Fragment key={id}>
      {at > 0 && t('and')}
      <PersonLink person={id} name={name} />
    </Fragment>
  ))
}

/** The way to the page of what happened. */
function Way({ line, children }: { line: StoryLine; children: ReactNode }) {
  const { access } = useSession()
  if ('stay' in line && 'observation.get' in access)
    return (
      <Link to={'/observation/$id' as string} params={{ id: line.stay } as never}>
        {children}
      </Link>
    )
  if (line.kind === 'arrival' && 'people.list-arrivals' in access)
    return (
      <Link to={'/arrivals' as string} search={{ person: line.people[0]?.id } as never}>
        {children}
      </Link>
    )
  if (line.kind === 'request' && 'requests.get' in access)
    return (
      <Link to={'/requests' as string} search={{ request: line.id } as never}>
        {children}
      </Link>
    )
  return children
}

/** What happened, in words. */
function useWhat(): (line: StoryLine, today: string) => string {
  const { t } = useTranslation('story')
  const say = useSaying()
  const list = (parts: readonly (string | false)[]) => parts.filter((part) => part !== false && part !== '').join(t('comma'))
  return (line, today) => {
    switch (line.kind) {
      case 'visit':
        return list([
          line.entry !== 'at-door' && t(`visit.${line.entry}`),
          line.entry === 'phone' && line.result === 'met' ? t('visit.reached') : say(resultSaid(line)),
          line.needs.length > 0 && t('visit.needs', { needs: line.needs.map((need) => say(visitNeeds[need])).join(t('and')) }),
        ])
      case 'move':
        return t(`move.${line.why}`, { from: line.from || t('move.nowhere'), to: line.to || t('move.nowhere') })
      case 'arrival':
        return t(`arrival.${line.state}`, { origin: line.origin })
      case 'order':
        return list([t('orderOf', { until: formatDay(line.last_day, today) }), line.number])
      case 'delivery':
        return t('delivery', { way: t(`way.${line.way}`), receipt: t(`receipt.${line.receipt}`) })
      case 'reading':
        return list([
          line.temperature === null
            ? t('reading.not', { why: t(`notMeasured.${line.not_measured ?? 'other'}`) })
            : t('reading.degrees', { degrees: line.temperature.toFixed(1) }),
          line.symptoms === null
            ? t('reading.notAsked')
            : line.symptoms === 0
              ? t('reading.none')
              : t('reading.some', { count: line.symptoms }),
        ])
      case 'answer':
        return t('answer', { outcome: t(`outcome.${line.outcome}`) })
      case 'ended':
        return t('ended', { reason: t(`endReason.${line.reason}`) })
      case 'release':
        return list([t('release'), line.number])
      case 'handover':
        return list([t('handover', { way: t(`way.${line.way}`), receipt: t(`receipt.${line.receipt}`) }), line.number])
      case 'call':
        return t('call', { nth: line.nth, outcome: t(`called.${line.outcome}`) })
      case 'withdrawal':
        return list([t('withdrawal'), line.number, line.why])
      case 'request': {
        const kind = line.request in requestKinds ? say(requestKinds[line.request as RequestKindName].words) : line.request
        return list([kind, line.number])
      }
    }
  }
}
