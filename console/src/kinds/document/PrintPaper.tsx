import type { PaperVersion } from '@wangdi/domain/kinds/document/document.api.ts'
import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { Field } from '@wangdi/domain/kinds/fields.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { useSaying } from '../../shell/say.ts'
import { CheckCode } from '../paper/CheckCode.tsx'
import { useNames } from '../pointing/aim.ts'
import { Printed } from '../paper/Printed.tsx'

/** Prints one version on A4 as it is handed out: who issues it, its number and code, what it says, and a strip for the receipt. */
export default function PrintPaper({
  kind,
  version,
  onPrinted,
}: {
  kind: DocumentKind
  version: Static<typeof PaperVersion>
  onPrinted: () => void
}) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const names = useNames()
  const { issuer, number, code, state, fields, in_force_from: from } = version
  const holds = state === 'in-force'
  const isOver = state === 'replaced' || state === 'withdrawn'
  const said = Object.entries(kind.fields).flatMap(([name, field]) => {
    const words = wordsOfValue(field, fields[name], names)
    return words?.zh ? [{ name, label: say(field.words), text: say(words) }] : []
  })
  return (
    <Printed {...(!holds && { mark: t(isOver ? 'sheet.void' : 'sheet.draft') })} onPrinted={onPrinted}>
      <header className="kinds-paper-head">
        <div>
          <p>{issuer}</p>
          <h1>{say(kind.words)}</h1>
          <p>{number ?? t('noNumber')}</p>
          {!holds && <p className="kinds-paper-void">{t(isOver ? 'sheet.void' : 'sheet.draft')}</p>}
        </div>
        {code && <CheckCode code={code}>{t('sheet.check')}</CheckCode>}
      </header>
      <table className="kinds-asked">
        <tbody>
          {said.map(({ name, label, text }) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              <td className="kinds-paper-text">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {kind.foot && <p className="kinds-sheet-foot">{say(kind.foot)}</p>}
      {from && (
        <p className="kinds-paper-issued">
          {issuer}
          <br />
          {t('sheet.date', { year: from.slice(0, 4), month: Number(from.slice(5, 7)), day: Number(from.slice(8, 10)) })}
        </p>
      )}
      {kind.receipt && <Strip receipt={kind.receipt} />}
    </Printed>
  )
}

/** What is filled in by hand when it is handed over, and entered when it comes back. */
function Strip({ receipt }: { receipt: Readonly<Record<string, Field>> }) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  return (
    <section className="kinds-paper-receipt">
      <h2>{t('sheet.receipt')}</h2>
      <table className="kinds-asked">
        <tbody>
          {Object.entries(receipt).map(([name, { words, values }]) => (
            <tr key={name}>
              <th scope="row">{say(words)}</th>
              <td>
                {values ? (
                  <span className="kinds-ticks">
                    {Object.entries(values).map(([value, text]) => (
                      <span key={value}>
                        <span className="kinds-box" />
                        {say(text)}
                      </span>
                    ))}
                  </span>
                ) : (
                  <span className="kinds-line-space last" />
                )}
              </td>
            </tr>
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
    </section>
  )
}
