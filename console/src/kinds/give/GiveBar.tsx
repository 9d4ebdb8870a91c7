import { wordsFor } from '@wangdi/domain/counted/units.ts'
import type { AskedRow, AskedWhole, RequestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { roles } from '@wangdi/domain/roles.ts'
import { ApiProblem } from '@wangdi/ui/call/send.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { ask, call, fetchAnew } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

type Row = Static<typeof AskedRow>
const broken = { zh: '没连上', en: 'no connection' }

/**
 * Gives what was chosen in a list to one person, one after the other: each is an act of its own, judged and traced by itself. What was
 * not given stays chosen, with why.
 */
export function GiveBar({
  kind,
  verbs,
  act,
  rows,
  onChosen,
}: {
  kind: RequestKind
  verbs: RequestVerbs
  act: string
  rows: readonly Row[]
  onChosen: (ids: readonly string[]) => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const client = useQueryClient()
  const [doer, setDoer] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<readonly string[]>([])
  const [first] = rows
  // Whoever may be given one may be given all of the same office.
  const one = useQuery({ ...ask(verbs.get, { id: first?.id ?? '' }), enabled: first !== undefined })
  const doers = (one.data as Static<typeof AskedWhole> | undefined)?.doers ?? []
  const endpoint = verbs.acts[act]
  const unitFor = (n: number) => say(wordsFor(kind.unit, n))
  const send = async () => {
    if (!endpoint || doer === undefined) return
    setBusy(true)
    const failed: Row[] = []
    const why: string[] = []
    for (const row of rows) {
      try {
        await call(endpoint, { id: row.id, doer } as never)
      } catch (problem) {
        failed.push(row)
        const words = problem instanceof ApiProblem ? problem.words : broken
        why.push(t('give.failed', { where: row.door ?? row.number, why: say(words) }))
      }
    }
    setTold([t('give.done', { n: rows.length - failed.length, unit: unitFor(rows.length - failed.length) }), ...why])
    setBusy(false)
    onChosen(failed.map(({ id }) => id))
    await fetchAnew(client, (name) => name.startsWith(`${kind.name}.`) || name.startsWith('kinds.'))
  }
  if (rows.length === 0 && told.length === 0) return null
  return (
    <div className="kinds-give">
      {told.length > 0 && (
        <div role="status" className="kinds-give-told">
          {told.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {rows.length > 0 && (
        <>
          <b>{t('give.chosen', { n: rows.length, unit: unitFor(rows.length) })}</b>
          <Select
            aria-label={t('give.to')}
            placeholder={t('give.to')}
            showSearch
            optionFilterProp="label"
            loading={one.isFetching}
            notFoundContent={t('noDoers')}
            options={doers.map(({ id, name, role }) => ({
              value: id,
              label: `${name} · ${say(roles[role as keyof typeof roles])}`,
            }))}
            value={doer ?? null}
            onChange={(chosen) => setDoer(chosen ?? undefined)}
          />
          <Button type="primary" disabled={!doers.some(({ id }) => id === doer)} loading={busy} onClick={() => void send()}>
            {t('give.send', { n: rows.length, unit: unitFor(rows.length) })}
          </Button>
          <Button onClick={() => onChosen([])}>{t('give.none')}</Button>
        </>
      )}
    </div>
  )
}
