import { maskName } from '@wangdi/domain/people/name.ts'
import { readHousehold } from '@wangdi/domain/plan/building-view.api.ts'
import { resultSaid, visitNeeds } from '@wangdi/domain/rounds/rounds.ts'
import { dayOf, formatDay, formatEndOfDay, formatTime } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import { PrintPaper, type Printed } from '../../lists/paper/PrintPaper.tsx'
import { call } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useGroupWords } from './parts/groups.ts'
import type { Household } from './parts/Responsible.tsx'
import { fetchStays, type Stays, useMaySeeStays } from './parts/stays.ts'

/** 打印这户: the card of a household on paper, as far as whoever prints may see it; that it was printed stays on record. */
export function PrintHousehold({ dwelling }: { dwelling: string }) {
  const { t } = useTranslation('household')
  const may = useMaySeeStays()
  const load = async () => {
    const home = await call(readHousehold, { dwelling, paper: true })
    return { home, stays: may ? await fetchStays(home) : undefined }
  }
  return (
    <PrintPaper button={t('print.button')} load={load}>
      {({ home, stays }, printed) => <Sheet home={home} stays={stays} printed={printed} />}
    </PrintPaper>
  )
}

function Sheet({ home, stays, printed }: { home: Household; stays: Stays | undefined; printed: Printed }) {
  const { t } = useTranslation('household')
  const say = useSaying()
  const groups = useGroupWords()
  const { worker, standIn, doctor, grid, members, visits, visitsTotal } = home
  const who = (one: { name: string; phone: string | null } | null, none: string) =>
    one ? [one.name, one.phone].filter(Boolean).join(' ') : none
  const answers = [
    [t('housing'), t('people', { use: t(`use.${home.use}`), count: members.length })],
    [t('worker'), [who(worker, t('nobody')), grid?.name].filter(Boolean).join(' · ')],
    ...(standIn
      ? [
          [
            t('standIn'),
            standIn.until
              ? t('standInUntil', { name: who(standIn, ''), until: formatDay(standIn.until, printed.day) })
              : who(standIn, ''),
          ],
        ]
      : []),
    [t('doctor'), who(doctor, t('noDoctor'))],
  ]
  const guests = (stays?.rows ?? []).filter(({ person }) => !members.some(({ id }) => id === person))
  const observed = (stay: Stays['rows'][number] | undefined) => {
    if (!stay || stay.day === null) return ''
    const until = t('observedUntil', { until: formatEndOfDay(stay.last_day, printed.day) })
    return `${t('observedDay', { day: stay.day, days: stay.days })}${t('stop')}${until}`
  }
  return (
    <>
      <h1>{home.door}</h1>
      <p>{t('print.lead', { ...printed })}</p>
      <table className="print-facts">
        <tbody>
          {answers.map(([name, said]) => (
            <tr key={name}>
              <th>{name}</th>
              <td>{said}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('members')}</h2>
      {members.length === 0 ? (
        <p>{t('noMembers')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{t('print.name')}</th>
              <th>{t('print.sexAge')}</th>
              <th>{t('print.relation')}</th>
              <th>{t('phone')}</th>
              <th>{t('print.marks')}</th>
              {stays && <th>{t('observed')}</th>}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.id}>
                <td>{member.name}</td>
                <td>{[member.sex && t(member.sex), member.age].filter((one) => one !== null && one !== '').join(' ')}</td>
                <td>{member.relation}</td>
                <td>{member.phone ?? t('noPhone')}</td>
                <td>{member.groups.map(groups).join(t('comma'))}</td>
                {stays && <td>{observed(stays.rows.find(({ person }) => person === member.id))}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {guests.length > 0 && (
        <>
          <h2>{t('print.guests')}</h2>
          <table>
            <tbody>
              {guests.map((stay) => (
                <tr key={stay.id}>
                  <td>{maskName(stay.name)}</td>
                  <td>{observed(stay)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {!stays && <p>{t('print.without')}</p>}
      <h2>
        {t('visits')}
        {visitsTotal > visits.length && ` · ${t('visitsAll', { count: visitsTotal })}`}
      </h2>
      {visits.length === 0 ? (
        <p>{t('noVisits')}</p>
      ) : (
        <table>
          <tbody>
            {visits.map((visit) => (
              <tr key={visit.id}>
                <td>
                  {dayOf(visit.at)} {formatTime(visit.at)}
                </td>
                <td>{visit.by}</td>
                <td>
                  {[
                    say(resultSaid(visit)),
                    visit.needs.length > 0 &&
                      t('needs', { needs: visit.needs.map((need) => say(visitNeeds[need])).join(t('comma')) }),
                    visit.note,
                  ]
                    .filter(Boolean)
                    .join(t('stop'))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
