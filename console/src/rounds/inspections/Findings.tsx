import { listFindings, settleFinding } from '@wangdi/domain/rounds/inspections/inspection.api.ts'
import { type Finding, type FindingAct, inspectionKinds } from '@wangdi/domain/rounds/inspections/inspection.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { usePage } from '../../lists/use-page.ts'
import { ask, useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'

type Kind = FindingAct['kind']
/** What was found and is not settled, overdue first, with the next step of each. */
export function Findings({
  place,
  contingency,
  inspection,
}: {
  place: string
  contingency?: string | undefined
  /** Of this inspection alone. */
  inspection?: string | undefined
}) {
  const { t } = useTranslation('inspections')
  const say = useSaying()
  const { access } = useSession()
  const today = dayOf(useNow())
  const [act, setAct] = useState<{ finding: Finding; kind: Kind }>()
  const [page, setPage] = usePage(place, contingency, inspection)
  const answer = useQuery({
    ...ask(listFindings, { place, page, ...(contingency && { contingency }), ...(inspection && { inspection }) }),
    placeholderData: keepPreviousData,
  })
  const may = 'rounds.settle-finding' in access
  return (
    <section className="card" aria-label={t('openFindings')} {...(answer.data && rowsSaid('findings', answer.data.total))}>
      <div className="card-head">
        <h2>{t('openFindings')}</h2>
        {inspection && (
          <span className="sub">
            {t('ofInspection')} <Link to="/inspections">{t('allFindings')}</Link>
          </span>
        )}
      </div>
      <Asked answer={answer} rows={3}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Empty>{t('noFindings')}</Empty>
          ) : (
            <>
              <div className="list-scroll">
                <table className="list-table stack">
                  <thead>
                    <tr>
                      <th>{t('what')}</th>
                      <th>{t('owner')}</th>
                      <th>{t('dueOn')}</th>
                      <th>{t('state')}</th>
                      {may && <th>{t('act')}</th>}
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((finding) => (
                      <tr key={finding.id}>
                        <td>
                          {finding.words}{' '}
                          <span className="quiet small">
                            {say(inspectionKinds[finding.kind as keyof typeof inspectionKinds])}{' '}
                            {t('since', { day: formatDay(finding.found_on, today) })}
                          </span>
                        </td>
                        <td data-label={t('owner')}>{finding.owner}</td>
                        <td className="nowrap" data-label={t('dueOn')}>
                          {formatDay(finding.due_on, today)} {finding.overdue && <Tag tone="not">{t('overdue')}</Tag>}
                        </td>
                        <td data-label={t('state')}>{t(`states.${finding.state}`)}</td>
                        {may && (
                          <td className="nowrap">
                            {(finding.may as Kind[]).map((kind) => (
                              <button key={kind} type="button" className="w-link gap" onClick={() => setAct({ finding, kind })}>
                                {t(`acts.${kind}`)}
                              </button>
                            ))}
                          </td>
                        )}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <Pager
                page={page}
                total={total}
                unit={(count) => t('findingCount', { count })}
                order={t('orderFinding')}
                busy={answer.isFetching}
                onPage={setPage}
              />
            </>
          )
        }
      </Asked>
      {act && <ActForm {...act} onClose={() => setAct(undefined)} />}
    </section>
  )
}

function ActForm({ finding, kind, onClose }: { finding: Finding; kind: Kind; onClose: () => void }) {
  const { t } = useTranslation('inspections')
  const today = dayOf(useNow())
  const [id] = useState(() => newId())
  const [note, setNote] = useState('')
  const [due, setDue] = useState('')
  const command = useCommand(settleFinding, [
    'rounds.findings',
    'rounds.inspections',
    'plan.supervision',
    'documents.contingency',
  ])
  const again = kind === 'still-wrong'
  return (
    <Modal
      open
      width={440}
      title={t(`acts.${kind}`)}
      okText={t('ui:save')}
      okButtonProps={{ disabled: note.trim() === '' || (again && due === ''), loading: command.isPending }}
      onOk={() =>
        command.mutate({ id, finding: finding.id, kind, note: note.trim(), due_on: again ? due : null }, { onSuccess: onClose })
      }
      onCancel={onClose}
    >
      <div className="list-form">
        <p>{finding.words}</p>
        <label>
          {t('actNote')}
          <Input.TextArea value={note} maxLength={400} rows={2} onChange={(event) => setNote(event.target.value)} />
        </label>
        {again && (
          <label>
            {t('newDue')}
            <Input type="date" min={today} value={due} onChange={(event) => setDue(event.target.value)} />
          </label>
        )}
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
