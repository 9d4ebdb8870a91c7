import { type Replayed, replayDecision, replayTerm } from '@wangdi/domain/plan/replay/replay.api.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** A decision on a level or response, asked again. */
export function DecidedThen({ kind, id }: { kind: 'level' | 'response'; id: string }) {
  const answer = useQuery(ask(replayDecision, { kind, id }))
  return <Asked answer={answer}>{(replayed) => <AskedAgain replayed={replayed} />}</Asked>
}

/** The term of an observation, asked again. */
export function TermThen({ observation }: { observation: string }) {
  const answer = useQuery(ask(replayTerm, { observation }))
  return <Asked answer={answer}>{(replayed) => <AskedAgain replayed={replayed} />}</Asked>
}

function AskedAgain({ replayed }: { replayed: Replayed }) {
  const { t } = useTranslation('replay')
  const say = useSaying()
  const { question, day, facts, packs, gave, gives, same, why, source } = replayed
  const lines: readonly (readonly [string, string])[] = [
    [t('gave'), say(gave)],
    [t('gives'), say(gives)],
    [
      t('rules'),
      packs.map(({ title, version }) => t('packVersion', { count: version, title: say(title), n: version })).join('\n'),
    ],
    [t('facts'), facts.map(({ words, value }) => t('fact', { fact: say(words), value: say(value) })).join('\n') || t('none')],
    ...(source ? [[t('where'), `${source.document} ${source.section}`] as const] : []),
  ]
  return (
    <div className="list-stack">
      <p className="replay-strip" role="status">
        {t('looking', { day })}
      </p>
      <section className="card" aria-label={t(`questions.${question}`)}>
        <h2 className="card-head">
          {t(`questions.${question}`)} <StateMark state={same ? 'done' : 'not'}>{same ? t('same') : t('other')}</StateMark>
        </h2>
        <dl className="replay-lines">
          {lines.map(([key, value]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card" aria-label={t('why')}>
        <h2 className="card-head">{t('why')}</h2>
        <ul className="replay-reasons">
          {why.map(({ depth, holds, text }, nth) => (
            <li key={`${nth} ${text.zh}`} style={{ paddingLeft: depth * 20 }}>
              <StateMark state={holds === 'yes' ? 'done' : holds === 'no' ? 'not' : 'unreported'}>
                {t(`holds.${holds}`)}
              </StateMark>{' '}
              {say(text)}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
