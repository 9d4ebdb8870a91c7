import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { cellOf, isOfPeople } from '@wangdi/domain/kinds/paper/cells.ts'
import { fieldsOnPaper } from '@wangdi/domain/kinds/paper/columns.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { dayOf, formatTime } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { useNames } from '../pointing/aim.ts'
import { Printed } from './Printed.tsx'

/** One record on a sheet: what it is, a few facts of where it stands, what was said, what was done. */
interface Recorded {
  readonly kind: Kind
  readonly title: ReactNode
  readonly facts: readonly (readonly [string, ReactNode])[]
  readonly values: Values
  /** What was done, a line each. */
  readonly acts: readonly ReactNode[]
}

/** Prints one record on A4, with who printed it and when across the sheet; of a kind that is health data none is printed. */
export function RecordButton(record: Recorded) {
  const { t } = useTranslation('paper')
  const [printing, setPrinting] = useState(false)
  const { account } = useSession()
  const now = useNow()
  if (record.kind.health) return null
  const when = `${dayOf(now)} ${formatTime(now)}`
  return (
    <>
      <Button size="small" icon={<Icon of={print} />} onClick={() => setPrinting(true)}>
        {t('record')}
      </Button>
      {printing && (
        <Printed mark={`${account.name} ${when}`} onPrinted={() => setPrinting(false)}>
          <RecordSheet {...record} />
          <p className="kinds-sheet-foot">{t('sheet.printed', { who: account.name, when })}</p>
        </Printed>
      )}
    </>
  )
}

function RecordSheet({ kind, title, facts, values, acts }: Recorded) {
  const { t } = useTranslation('paper')
  const say = useSaying()
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const names = useNames()
  const said = fieldsOnPaper(kind.fields).flatMap(([name, field]) => {
    const cell = cellOf(field, values[name], language, isOfPeople(kind), names)
    return cell === undefined || cell === '' ? [] : [[name, say(field.words), String(cell)] as const]
  })
  return (
    <>
      <h1>
        {say(kind.words)} · {title}
      </h1>
      <table className="kinds-asked">
        <tbody>
          {facts.map(([name, fact]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{fact}</td>
            </tr>
          ))}
          {said.map(([name, words, text]) => (
            <tr key={name}>
              <th scope="row">{words}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {acts.length > 0 && (
        <>
          <h2>{t('sheet.acts')}</h2>
          <ol>
            {acts.map((act, nth) => (
              <li key={nth.toString()}>{act}</li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}
