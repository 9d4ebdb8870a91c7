import { daysBetween } from '@wangdi/domain/day.ts'
import type { Sheet } from '@wangdi/domain/observation/notice/sheet.ts'
import { callDayOf, callDaysOf } from '@wangdi/domain/observation/release/after.rules.ts'
import type { Release } from '@wangdi/domain/observation/release/release.ts'
import { dayOf, formatTime } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { groundOf, readingsHead } from './release-ground.ts'
import { Boxes, Calls, Foot, Head, Lines, Part, Signed, useDate, useDay, Whom } from './parts.tsx'

/** The notice of release on one A4 page: from when, what was looked at by whom, what it is good for. */
export function ReleaseSheet({ sheet, release }: { sheet: Sheet; release: Release }) {
  const { t } = useTranslation('sheet')
  const day = useDay()
  const date = useDate()
  const calls = callDaysOf(release)
  const early = sheet.ended_on !== null
  const from = t(early ? 'fromDay' : 'fromEnd', { day: day(release.released_on) })
  const measures = [...new Set(sheet.phases.map(({ where }) => t(`where.${where}`)))].join(t('afterThat'))
  return (
    <article className="notice-sheet">
      <Head
        issuer={release.issuer}
        title={t('title.release')}
        number={t('releaseNumber', { number: release.number, order: sheet.number })}
        code={release.code}
        phone={sheet.office_phone}
        isVoid={false}
      />
      <Boxes
        boxes={[
          [t('since'), t('free', { from })],
          [t('afterwards'), t('asUsual')],
          [t('moreToDo'), t('nothing')],
        ]}
      />
      <Whom sheet={sheet} withThem={false} />
      <Part name={t('stay')}>
        <p>{measures}</p>
        <p>
          {sheet.delivered_on && t('received', { day: day(sheet.delivered_on) })}
          {t(groundOf(sheet), { day: day(release.released_on) })}
        </p>
      </Part>
      <Part name={t('checked')}>
        <Checked sheet={sheet} release={release} />
      </Part>
      <Part name={t('conclusion')}>
        <p>
          <b>{t('concluded', { from, measures })}</b>
        </p>
      </Part>
      <Part name={t('rights')}>
        <Lines
          lines={[
            t('may.go'),
            sheet.office_phone ? t('may.callAt', { phone: sheet.office_phone }) : t('may.call'),
            t('may.wages'),
            t('may.data'),
          ]}
        />
      </Part>
      {calls.length > 0 && (
        <Part name={t('later')}>
          <p>{t('laterLead', { count: calls.length })}</p>
          <ol className="notice-days notice-calls-after">
            {calls.map((nth) => (
              <li key={nth}>
                <b>{day(callDayOf(release.released_on, nth))}</b>
                <span>{t('nth', { nth })}</span>
              </li>
            ))}
          </ol>
        </Part>
      )}
      <Part name={t('data')}>
        <p>{t('dataEnds')}</p>
      </Part>
      <Part name={t('basis')}>
        <p className="notice-small">{sheet.basis}</p>
      </Part>
      <Calls sheet={sheet} />
      <Signed issuer={release.issuer} by={release.by} on={date(dayOf(release.at))} />
      <Foot />
    </article>
  )
}

function Checked({ sheet, release }: { sheet: Sheet; release: Release }) {
  const { t } = useTranslation('sheet')
  const day = useDay()
  const { checks } = release
  const early = sheet.ended_on !== null
  const cards = [
    {
      title: t(early ? 'check.early' : 'check.term'),
      lines: [
        early
          ? t('check.earlyDay', { day: day(release.released_on) })
          : t('check.days', { zero: day(sheet.day_zero), count: daysBetween(sheet.day_zero, sheet.last_day) }),
        `${release.by} ${day(dayOf(release.at))} ${formatTime(release.at)}`,
      ],
    },
    { title: t('check.tests'), lines: [checks.tests || t('check.noTests')] },
    {
      title: t(readingsHead(checks)),
      lines:
        checks.measured === 0 || checks.highest === null
          ? [t('check.notMeasured')]
          : [t('check.measured', { count: checks.measured, highest: checks.highest.toFixed(1) }), checks.measured_by],
    },
  ]
  return (
    <ul className="notice-checks">
      {cards.map(({ title, lines }) => (
        <li key={title}>
          <b>{title}</b>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </li>
      ))}
    </ul>
  )
}
