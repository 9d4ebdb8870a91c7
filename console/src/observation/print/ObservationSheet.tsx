import { addDays, daysBetween } from '@wangdi/domain/day.ts'
import type { Sheet } from '@wangdi/domain/observation/notice/sheet.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { Boxes, Calls, Foot, Head, Lines, linesOf, Part, Signed, useDate, useDay, Whom } from './parts.tsx'

/** The notice of observation on one A4 page: what, until when, whom to call; why, how the term is counted, what one may do. */
export function ObservationSheet({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('sheet')
  const day = useDay()
  const date = useDate()
  const { notice, phases, contacts } = sheet
  const wheres = [...new Set(phases.map(({ where }) => where))]
  const only = wheres.length === 1 ? wheres[0] : undefined
  const nearest = contacts.find(({ phone }) => phone !== null)
  const [duties, services, rights] = [linesOf(notice.duties), linesOf(notice.services), linesOf(notice.rights)]
  return (
    <article className="notice-sheet">
      <Head
        issuer={sheet.issuer}
        title={t(only ? `title.${only}` : 'title.several')}
        number={t('number', { number: sheet.number })}
        code={sheet.code}
        phone={sheet.office_phone}
        isVoid={sheet.void}
      />
      <Boxes
        boxes={[
          [t('what'), wheres.map((where) => t(`where.${where}`)).join(t('afterThat'))],
          [t('until'), t('untilEnd', { day: day(sheet.last_day) })],
          [t('ask'), nearest ? `${nearest.name} ${nearest.phone}` : sheet.office_phone || notice.contact],
        ]}
      />
      <Whom sheet={sheet} withThem />
      <Part name={t('why')}>
        <p>{notice.finding}</p>
      </Part>
      <Part name={t('term')}>
        <Term sheet={sheet} />
      </Part>
      {duties.length > 0 && (
        <Part name={t('duties')}>
          <Lines lines={duties} />
        </Part>
      )}
      {services.length > 0 && (
        <Part name={t('services')}>
          <Lines lines={services} />
        </Part>
      )}
      <Part name={t('rights')}>
        <Lines lines={rights} />
      </Part>
      <Part name={t('basis')}>
        <p className="notice-small">{sheet.basis}</p>
      </Part>
      <Calls sheet={sheet} />
      <Signed issuer={sheet.issuer} by={sheet.decided_by} on={date(dayOf(sheet.decided_at))} />
      <Foot />
    </article>
  )
}

/** So many days fit in the strip; a longer term is told by its phases. */
const mostDays = 24

function Term({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('sheet')
  const day = useDay()
  const { day_zero, last_day, phases } = sheet
  const length = daysBetween(day_zero, last_day)
  const tests = new Set(phases.flatMap((phase) => phase.tests))
  const days = Array.from({ length: Math.max(0, length) + 1 }, (_, nth) => addDays(day_zero, nth))
  return (
    <>
      {days.length <= mostDays && (
        <ol className="notice-days">
          {days.map((one, nth) => (
            <li key={one} className={one === last_day ? 'last' : nth === 0 ? 'zero' : ''}>
              <b>{Number(one.slice(8, 10))}</b>
              <span>{t('nth', { nth })}</span>
              <span>{tests.has(one) ? t('test') : ''}</span>
            </li>
          ))}
        </ol>
      )}
      {(phases.length > 1 || days.length > mostDays) &&
        phases.map(({ where, from, until }) => (
          <p key={from}>{t('phase', { where: t(`where.${where}`), from: day(from), until: day(until) })}</p>
        ))}
      <p>
        {t('counted', { zero: day(day_zero), count: length, until: day(last_day) })}
        <b>{t('stopsItself')}</b>
      </p>
    </>
  )
}
