import { keepApart, linkPeople, type PileItem, settleAddress, settleWords } from '@wangdi/domain/people/pile/pile.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatMoment } from '@wangdi/ui/words/format.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { useCommand } from '../../shell/call.ts'
import { PersonPanel } from '../person/PersonPanel.tsx'
import { Sides } from './Sides.tsx'

/** What was said of an entry, and what takes it back: the link of two people, the entry and the dwelling held before, or the entry alone. */
export interface Settled {
  readonly text: string
  readonly back:
    | { readonly link: string }
    | { readonly address: string; readonly before: string | null }
    | { readonly words: string }
}

const renews = ['people', 'plan', 'places']

/** One doubt: both versions side by side and the two answers to it. */
export function PileCard({ item, onSettled }: { item: PileItem; onSettled: (settled: Settled) => void }) {
  const { t } = useTranslation('pile')
  const today = dayOf(useNow())
  const { person, other, kind } = item
  const said = { name: person.name, other: other?.name ?? '' }
  return (
    <li className="pile-item">
      <div className="pile-head">
        <b>
          <PersonLink person={person.id} name={person.name} />
        </b>
        <Tag tone="due">{t(`kinds.${kind}`)}</Tag>
        <span className="quiet small">
          {t(item.row === null ? 'arrived' : 'from', { row: item.row, at: formatMoment(item.at, today) })}
        </span>
      </div>
      {item.words === null ? <Sides item={item} /> : <Said item={item} />}
      {item.words !== null ? (
        <Words item={item} onSettled={() => onSettled({ text: t('settled.words', said), back: { words: item.id } })} />
      ) : kind === 'look-alike' && other ? (
        <People
          one={person.id}
          other={other.id}
          onSame={(link) => onSettled({ text: t('settled.same', said), back: { link } })}
          onApart={(link) => onSettled({ text: t('settled.apart', said), back: { link } })}
        />
      ) : (
        <Address
          item={item}
          onSettled={(choice, before) => onSettled({ text: t(`settled.${choice}`, said), back: { address: item.id, before } })}
        />
      )}
    </li>
  )
}

function People({
  one,
  other,
  onSame,
  onApart,
}: {
  one: string
  other: string
  onSame: (link: string) => void
  onApart: (link: string) => void
}) {
  const { t } = useTranslation('pile')
  const same = useCommand(linkPeople, renews)
  const apart = useCommand(keepApart, renews)
  const [id] = useState(() => newId())
  // The list is fetched anew before a mutation's own callbacks run, and without the entry the card is gone: only the promise stays.
  const say = (command: typeof same, told: (link: string) => void) =>
    command.mutateAsync({ id, one, other }).then(
      () => told(id),
      () => undefined, // shown below
    )
  const busy = same.isPending || apart.isPending
  const problem = same.error ?? apart.error
  return (
    <div className="pile-acts">
      <Button loading={same.isPending} disabled={busy} onClick={() => void say(same, onSame)}>
        {t('same')}
      </Button>
      <Button loading={apart.isPending} disabled={busy} onClick={() => void say(apart, onApart)}>
        {t('apart')}
      </Button>
      {problem ? <ErrorLine problem={problem} /> : null}
    </div>
  )
}

/** The words of the roster, and where the person is corrected by them. */
function Said({ item: { kind, words, person } }: { item: PileItem }) {
  const { t } = useTranslation('pile')
  const [open, setOpen] = useState(false)
  return (
    <>
      <p className="pile-words">
        <span>
          <span className="quiet">{t(kind === 'door-unread' ? 'wroteDoor' : 'wroteHealth')}</span> <b>{words}</b>
        </span>
        <button type="button" className="w-link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(kind === 'door-unread' ? 'enterDoor' : 'enterMark')}
        </button>
      </p>
      {open && <PersonPanel id={person.id} onClose={() => setOpen(false)} />}
    </>
  )
}

function Words({ item, onSettled }: { item: PileItem; onSettled: () => void }) {
  const { t } = useTranslation('pile')
  const command = useCommand(settleWords, renews)
  const settle = () => void command.mutateAsync({ id: item.id }).then(onSettled, () => undefined) // shown below
  return (
    <div className="pile-acts">
      <Button disabled={command.isPending} onClick={settle}>
        {t('dealtWith')}
      </Button>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </div>
  )
}

type Choice = 'stay' | 'move'

function Address({ item, onSettled }: { item: PileItem; onSettled: (choice: Choice, before: string | null) => void }) {
  const { t } = useTranslation('pile')
  const command = useCommand(settleAddress, renews)
  const choose = (choice: Choice) =>
    void command.mutateAsync({ id: item.id, choice }).then(
      ({ before }) => onSettled(choice, before),
      () => undefined, // shown below
    )
  return (
    <div className="pile-acts">
      <Button disabled={command.isPending} onClick={() => choose('stay')}>
        {item.person.door ? t('keepDoor', { door: item.person.door }) : t('stay')}
      </Button>
      <Button disabled={command.isPending} onClick={() => choose('move')}>
        {item.door ? t('takeDoor', { door: item.door }) : t('move')}
      </Button>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </div>
  )
}
