import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { isFirst } from '@wangdi/domain/sync/asked.rules.ts'
import { documentActs } from '@wangdi/domain/kinds/document/document.ts'
import { kindAct, paperOfVerb, roundOfVerb } from '@wangdi/domain/sync/phone-kinds.ts'
import { useTranslation } from 'react-i18next'
import { useKnown } from '../shell/phone.ts'
import type { Entry } from '../sync/outbox.ts'
import { namesOnPhone } from './pointing/offered.ts'
import { useSay } from './say.ts'

/** Whether an act was refused because what it is about is no longer given to whoever recorded it, or is gone. */
export const isGone = ({ verb, problem }: Pick<Entry, 'verb' | 'problem'>): boolean =>
  kindAct(verb) !== undefined && problem?.code === 'access.not-found'

/** What somebody recorded about a request, in the words of its kind. */
export function KindSaid({ entry: { verb, input } }: { entry: Pick<Entry, 'verb' | 'input'> }) {
  const say = useSay()
  const { held } = useKnown()
  const of = kindAct(verb)
  const round = roundOfVerb(verb)
  const paper = paperOfVerb(verb)
  const { ground, result, fields = {} } = input as { ground?: string; result?: string; fields?: Values }
  const asked = round
    ? round.fields
    : paper
      ? (paper.receipt ?? {})
      : !of
        ? {}
        : isFirst(of)
          ? of.kind.fields
          : (of.kind.asks?.[of.act] ?? {})
  const words = round ? round.words : paper ? documentActs.receive : of && flowOf(of.kind.flow).acts[of.act]?.words
  const answer = result === undefined ? undefined : of?.kind.results?.[result]
  return (
    <>
      {words && <p>{say(words)}</p>}
      {answer && <p>{say(answer)}</p>}
      {Object.entries(asked).flatMap(([name, field]) => {
        const told = wordsOfValue(field, fields[name], namesOnPhone(held, fields[name]))
        return told && told.zh !== ''
          ? [
              <p key={name}>
                <small>{say(field.words)}</small> {say(told)}
              </p>,
            ]
          : []
      })}
      {ground && <p>{ground}</p>}
    </>
  )
}

/** Whether a record is of a kind, so that its words say what is in it. */
export const isOfKind = ({ verb }: Pick<Entry, 'verb'>): boolean =>
  (kindAct(verb) ?? roundOfVerb(verb) ?? paperOfVerb(verb)) !== undefined

/** Where the request of a record stands now, as far as the phone knows. */
export function KindStands({ entry: { verb, input } }: { entry: Pick<Entry, 'verb' | 'input'> }) {
  const { t } = useTranslation('kinds')
  const say = useSay()
  const { held } = useKnown()
  const kind = kindAct(verb)?.kind
  const id = String(input['id'])
  const row = held.given.get(id) ?? held.asked.get(id)
  const words = row && kind && flowOf(kind.flow).states[row.standing.state]?.words
  const paper = paperOfVerb(verb)
  if (paper) return <p>{held.paper.has(id) ? say(paper.words) : t('papers.gone')}</p>
  return <p>{words ? say(words) : kind ? t('gone') : t('turn.gone')}</p>
}
