import { resultsOf } from '@wangdi/domain/kinds/request/act.rules.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { kindOf, type RequestKindName } from '@wangdi/domain/requests/kinds.ts'
import {
  acceptAnswer,
  answerRequest,
  askPlace,
  askReview,
  recordStep,
  reviewRequest,
  tellSide,
} from '@wangdi/domain/requests/requests.api.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, fetchAnew } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

interface Typed {
  words?: string
  result?: string
}

/** Sends one act with the words typed for it. */
function send(act: string, id: string, { words = '', result = '' }: Typed): Promise<unknown> {
  const said = { id, words: words.trim() }
  switch (act) {
    case 'asked-place':
      return call(askPlace, said)
    case 'side-told':
      return call(tellSide, said)
    case 'answered':
      return call(answerRequest, { ...said, result })
    case 'accepted':
      return call(acceptAnswer, said)
    case 'review-asked':
      return call(askReview, said)
    case 'reviewed':
      return call(reviewRequest, { ...said, result: result === 'changed' ? 'changed' : 'kept' })
    default:
      return call(recordStep, { ...said, step: act as 'measure' })
  }
}

const wordsOf = (kind: RequestKindName, act: string, say: (words: Words) => string) =>
  say(flowOf(kindOf(kind).flow).acts[act]?.words ?? { zh: act, en: act })

/** What this office may do with a request now, each with a small form. */
export function ActButtons({
  id,
  kind,
  may,
  onDone,
}: {
  id: string
  kind: RequestKindName
  may: readonly string[]
  onDone?: () => void
}) {
  const say = useSaying()
  const [doing, setDoing] = useState<string>()
  if (may.length === 0) return null
  return (
    <p className="list-actions requests-actions">
      {may.map((act) => (
        <Button key={act} type={act === 'answered' ? 'primary' : 'default'} onClick={() => setDoing(act)}>
          {wordsOf(kind, act, say)}
        </Button>
      ))}
      {doing && (
        <ActForm
          id={id}
          kind={kind}
          act={doing}
          onClose={(done) => {
            setDoing(undefined)
            if (done) onDone?.()
          }}
        />
      )}
    </p>
  )
}

function ActForm({
  id,
  kind,
  act,
  onClose,
}: {
  id: string
  kind: RequestKindName
  act: string
  onClose: (done: boolean) => void
}) {
  const { t } = useTranslation('requests')
  const say = useSaying()
  const client = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const sending = useMutation({
    mutationFn: (typed: Typed) => send(act, id, typed),
    onSuccess: async () => {
      await fetchAnew(client, (name) => name.startsWith('requests.'))
      onClose(true)
    },
  })
  const { needs } = flowOf(kindOf(kind).flow).acts[act] ?? {}
  const named = needs === 'result' ? resultsOf(kindOf(kind), act) : undefined
  const results = Object.entries(named ?? {}).map(([value, words]) => ({ value, label: say(words) }))
  return (
    <Modal
      open
      title={wordsOf(kind, act, say)}
      okText={t('ui:save')}
      okButtonProps={{ loading: sending.isPending }}
      onOk={() => form.submit()}
      onCancel={() => onClose(false)}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => sending.mutate(typed)}>
        {results.length > 0 && (
          <Form.Item name="result" label={t('verdict')} rules={[{ required: true, message: t('must') }]}>
            <Radio.Group options={results} />
          </Form.Item>
        )}
        <Form.Item
          name="words"
          label={t('words')}
          extra={t(`hint.${act}`)}
          rules={act === 'accepted' ? [] : [{ required: true, whitespace: true, message: t('must') }]}
        >
          <Input.TextArea rows={4} maxLength={act === 'accepted' ? 400 : 2000} />
        </Form.Item>
      </Form>
      {sending.error ? <ErrorLine problem={sending.error} /> : null}
    </Modal>
  )
}
