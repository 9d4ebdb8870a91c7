import type { Sheet } from '@wangdi/domain/observation/notice/sheet.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatTime } from '@wangdi/ui/words/format.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckCode } from '../../kinds/paper/CheckCode.tsx'
import { useSession } from '../../shell/session.ts'

/** A day as a paper says it: 11 月 22 日. */
export function useDay(): (day: string) => string {
  const { t } = useTranslation('sheet')
  return (day) => t('day', { year: day.slice(0, 4), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) })
}

/** The same with its year, as a paper is dated. */
export function useDate(): (day: string) => string {
  const { t } = useTranslation('sheet')
  return (day) => t('date', { year: day.slice(0, 4), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) })
}

/** Who decides, what it is, its number, and the code by which anybody checks it. */
export function Head({
  issuer,
  title,
  number,
  code,
  phone,
  isVoid,
}: {
  issuer: string
  title: string
  number: string
  code: string | null
  phone: string
  isVoid: boolean
}) {
  const { t } = useTranslation('sheet')
  return (
    <header className="notice-head">
      <div>
        <p className="notice-issuer">{issuer}</p>
        <h1>{title}</h1>
        <p>{number}</p>
        {isVoid && <p className="notice-void">{t('void')}</p>}
      </div>
      {code !== null && <CheckCode code={code}>{phone === '' ? t('scan') : t('scanOrCall', { phone })}</CheckCode>}
    </header>
  )
}

/** The three boxes that are read in ten seconds. */
export function Boxes({ boxes }: { boxes: readonly (readonly [string, string])[] }) {
  return (
    <dl className="notice-boxes">
      {boxes.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One part of the paper, its name at the left. */
export function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="notice-part">
      <h2>{name}</h2>
      <div>{children}</div>
    </section>
  )
}

/** Lines with their numbers, in two columns where they are short. */
export function Lines({ lines }: { lines: readonly string[] }) {
  const short = lines.every((line) => line.length <= 22)
  return (
    <ol className={short ? 'notice-lines notice-short' : 'notice-lines'}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  )
}

/** Lines of a text that was written line by line. */
export const linesOf = (text: string | undefined): string[] => (text ?? '').split('\n').filter((line) => line.trim() !== '')

/** To whom: name, sex, age, masked numbers, where they stay. */
export function Whom({ sheet, withThem }: { sheet: Sheet; withThem: boolean }) {
  const { t } = useTranslation('sheet')
  const { name, sex, age, document, phone } = sheet
  const facts = [
    name,
    sex && t(sex),
    age !== null && t('age', { count: age }),
    document && t('document', { document }),
    phone && t('phone', { phone }),
  ]
  return (
    <Part name={t('whom')}>
      <p>{facts.filter(Boolean).join(t('comma'))}</p>
      <p>
        {t('lives', { places: sheet.places.join(''), door: sheet.door || t('noDoor') })}
        {withThem && sheet.with_them !== null && sheet.with_them > 0 && t('withThem', { count: sheet.with_them })}
      </p>
    </Part>
  )
}

/** Whom to call, each with the number where one is known. */
export function Calls({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('sheet')
  const calls = [
    ...sheet.contacts.map(({ as, name, phone }) => ({ as: t(`call.${as}`), name, phone })),
    ...(sheet.office_phone ? [{ as: t('call.office'), name: t('call.day'), phone: sheet.office_phone }] : []),
    ...(sheet.care_phone ? [{ as: t('call.care'), name: t('call.careName'), phone: sheet.care_phone }] : []),
    { as: t('call.urgent'), name: t('call.urgentName'), phone: '120' },
  ]
  return (
    <dl className="notice-calls">
      {calls.map(({ as, name, phone }) => (
        <div key={as}>
          <dt>{as}</dt>
          <dd>
            <b>{name}</b>
            <span>{phone ?? t('call.none')}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Who signed, and the lines that are filled in by hand when it is handed over. */
export function Signed({ issuer, by, on }: { issuer: string; by: string; on: string }) {
  const { t } = useTranslation('sheet')
  return (
    <div className="notice-signed">
      <section>
        <h2>{t('issued')}</h2>
        <dl>
          <div>
            <dt>{t('office')}</dt>
            <dd>{issuer}</dd>
          </div>
          <div>
            <dt>{t('by')}</dt>
            <dd>{by}</dd>
          </div>
          <div>
            <dt>{t('on')}</dt>
            <dd>{on}</dd>
          </div>
        </dl>
        <span className="notice-seal">{t('seal')}</span>
      </section>
      <section>
        <h2>
          {t('served')} <small>{t('servedNote')}</small>
        </h2>
        <p className="notice-ways">
          {(['in-person', 'door', 'family'] as const).map((way) => (
            <span key={way}>{t(`way.${way}`)}</span>
          ))}
        </p>
        <dl className="notice-blanks">
          {(['server', 'time', 'receipt'] as const).map((blank) => (
            <div key={blank}>
              <dt>{t(blank)}</dt>
              <dd />
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}

/** By whom and when the sheet was printed. */
export function Foot() {
  const { t } = useTranslation('sheet')
  const { account } = useSession()
  const now = useNow()
  return (
    <footer className="notice-foot">
      <span>{t('product')}</span>
      <span>{t('printed', { by: account.name, day: dayOf(now), time: formatTime(now) })}</span>
    </footer>
  )
}
