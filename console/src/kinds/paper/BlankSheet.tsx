import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { type Answer, type BlankLine, blankOf } from '@wangdi/domain/kinds/paper/blank.ts'
import { urgencies, type Urgency } from '@wangdi/domain/kinds/terms/term.rules.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLookedAt } from '../../shell/looked-at.ts'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'
import { Printed } from './Printed.tsx'

const ways = ['desk', 'paper', 'phone', 'online'] as const

/** Prints a sheet of a kind to be filled in by hand: for somebody without a phone, and where there is no network. */
export function BlankButton({ kind }: { kind: Kind }) {
  const { t } = useTranslation('paper')
  const [printing, setPrinting] = useState(false)
  return (
    <>
      <Button icon={<Icon of={print} />} onClick={() => setPrinting(true)}>
        {t('blank')}
      </Button>
      {printing && (
        <Printed onPrinted={() => setPrinting(false)}>
          <BlankSheet kind={kind} />
        </Printed>
      )}
    </>
  )
}

function BlankSheet({ kind }: { kind: Kind }) {
  const { t } = useTranslation('paper')
  const say = useSaying()
  const place = useLookedAt()
  const { title, lines, purpose, ground, kept } = blankOf(kind)
  return (
    <>
      <h1>{t('sheet.form', { what: say(title) })}</h1>
      <p className="kinds-sheet-desk">
        <span>
          {t('sheet.place')} <PlaceName code={place} />
        </span>
        <span>{t('sheet.desk')}</span>
        {[t('sheet.number'), t('sheet.taken'), t('sheet.by')].map((word) => (
          <span key={word}>
            {word} <span className="kinds-blank" />
          </span>
        ))}
      </p>
      <table className="kinds-asked">
        <tbody>
          <AboutRows kind={kind} />
          {lines.map((line) => (
            <AskedRow key={line.name} line={line} />
          ))}
        </tbody>
      </table>
      <p className="kinds-sheet-sign">
        <span>
          {t('sheet.signed')} <span className="kinds-blank" />
        </span>
        <span>
          {t('sheet.day')} <span className="kinds-blank" />
        </span>
      </p>
      <p className="kinds-sheet-foot">{t('sheet.why', { purpose: say(purpose), ground, kept: say(kept) })}</p>
    </>
  )
}

// What every sheet of a mechanism asks beside the fields of the kind: what it is about, and of requests how soon and by which way.
function AboutRows({ kind }: { kind: Kind }) {
  const { t } = useTranslation(['paper', 'kinds'])
  if (kind.mechanism === 'round') return <Row label={t('paper:sheet.where')} answer={{ by: 'lines', count: 1 }} />
  if (kind.mechanism !== 'request') return null
  const soon = (Object.keys(urgencies) as Urgency[]).filter((name) => kind.terms[name]).map((name) => urgencies[name])
  const about = { dwelling: 'sheet.door', person: 'sheet.person', place: 'sheet.where' } as const
  return (
    <>
      <Row label={t(`paper:${about[kind.about]}`)} answer={{ by: 'lines', count: 1 }} />
      <Row label={t('paper:sheet.urgency')} answer={{ by: 'ticks', of: soon, several: false }} />
      <tr>
        <th scope="row">{t('paper:sheet.way')}</th>
        <td>
          <Ticks of={ways.map((way) => t(`kinds:way.${way}`))} />
        </td>
      </tr>
    </>
  )
}

function AskedRow({ line: { words, when, must, hint, answer } }: { line: BlankLine }) {
  const { t } = useTranslation('paper')
  const say = useSaying()
  const needed = must === true ? t('sheet.must') : must ? t('sheet.mustIf', { when: say(must) }) : undefined
  const asked = [needed, answer.by === 'ticks' && answer.several ? t('sheet.several') : undefined, hint && say(hint)]
  return (
    <Row
      label={
        <>
          {when && <span className="kinds-if">{t('sheet.if', { when: say(when) })}</span>}
          {say(words)}
          {asked.some(Boolean) && <span className="kinds-if">{asked.filter(Boolean).join(' · ')}</span>}
        </>
      }
      answer={answer}
    />
  )
}

function Row({ label, answer }: { label: ReactNode; answer: Answer }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <Space answer={answer} />
      </td>
    </tr>
  )
}

const Ticks = ({ of }: { of: readonly string[] }) => (
  <span className="kinds-ticks">
    {of.map((word) => (
      <span key={word}>
        <span className="kinds-box" />
        {word}
      </span>
    ))}
  </span>
)

/** The space for an answer: boxes, lines, an amount with its units, a day, or a table. */
function Space({ answer }: { answer: Answer }) {
  const { t } = useTranslation('paper')
  const say = useSaying()
  switch (answer.by) {
    case 'ticks':
      return <Ticks of={answer.of.map((one) => say(one))} />
    case 'lines':
      return (
        <>
          {Array.from({ length: answer.count }, (_, nth) => (
            <span key={nth} className={nth + 1 === answer.count ? 'kinds-line-space last' : 'kinds-line-space'} />
          ))}
          {answer.after && say(answer.after)}
        </>
      )
    case 'amount':
      return (
        <span className="kinds-ticks">
          <span className="kinds-blank" />
          {answer.units.length === 1 ? (
            answer.units.map((unit) => say(unit))
          ) : (
            <Ticks of={answer.units.map((unit) => say(unit))} />
          )}
        </span>
      )
    case 'day':
      return (
        <span>
          {['year', 'month', 'dayOf', ...(answer.clock ? ['clock'] : [])].map((part) => (
            <span key={part}>
              <span className="kinds-blank" /> {t(`sheet.${part as 'year'}`)}{' '}
            </span>
          ))}
        </span>
      )
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {answer.heads.map((head) => (
                <th key={head.zh}>{say(head)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.rows.map((row, nth) => (
              <tr key={`${nth.toString()}`} className="kinds-empty">
                {answer.heads.map((head, at) => (
                  <td key={head.zh}>{at === 0 && row ? say(row) : ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}
