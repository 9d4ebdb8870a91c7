import type { ItemAnswer } from '@wangdi/domain/endpoint.ts'
import type { QueueRow } from '@wangdi/domain/observation/queue/queue.ts'
import { useTranslation } from 'react-i18next'
import { PrintNotices } from '../../print/PrintNotices.tsx'
import { useSession } from '../../../shell/session.ts'
import { useSaying } from '../../../shell/say.ts'

/** What became of several people at once, with the names as they were shown. */
export interface Done {
  readonly what: 'ordered' | 'registered' | 'checked' | 'unanswered' | 'returned' | 'withdrawn'
  readonly answers: readonly ItemAnswer[]
  readonly numbers?: { readonly first: string; readonly last: string } | null
  readonly names: ReadonlyMap<string, string>
  /** The orders that were made, by arrival, so that their notices can be printed. */
  readonly orders?: ReadonlyMap<string, string>
}

/** The names of rows by arrival, for what is told afterwards. */
export const namesOf = (rows: readonly QueueRow[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ arrival, name }) => [arrival, name]))

/** What was done, and of each who was refused the reason; it stays until the next thing is done. */
export function Outcome({ done, place, onClose }: { done: Done; place: string; onClose: () => void }) {
  const { t } = useTranslation('queue')
  const say = useSaying()
  const { access } = useSession()
  const refused = done.answers.filter(({ problem }) => problem !== null)
  const count = done.answers.length - refused.length
  const made = done.answers.flatMap(({ id, problem }) => (problem === null ? (done.orders?.get(id) ?? []) : []))
  return (
    <section className="card queue-outcome" role="status">
      {count > 0 && (
        <p>
          <b>
            {done.what === 'ordered'
              ? t(count === 1 ? 'answer.orderedOne' : 'answer.ordered', { count, ...done.numbers })
              : t(`answer.${done.what}`, { count })}
          </b>
        </p>
      )}
      {refused.length > 0 && (
        <>
          <p className="queue-open">{t('answer.refused', { count: refused.length })}</p>
          <ul>
            {refused.map(({ id, problem }) => (
              <li key={id}>
                {done.names.get(id)} <span className="quiet">{problem && say(problem.words)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {done.what === 'ordered' && made.length > 0 && 'observation.notices' in access && (
        <PrintNotices observations={made} place={place} kind="observation">
          {t('answer.print', { count: made.length })}
        </PrintNotices>
      )}
      <button type="button" className="w-link" onClick={onClose}>
        {t('answer.close')}
      </button>
    </section>
  )
}

/**
 * Tells what a command came to when its answer is there. The lists are fetched again first, and whoever was decided leaves them with
 * the card that asked: a callback of the card would not be heard any more. A refusal is shown by the command itself.
 */
export const afterwards = <R,>(answer: Promise<R>, tell: (reply: R) => void): void => void answer.then(tell, () => {})
