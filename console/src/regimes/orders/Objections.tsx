import type { Objection } from '@wangdi/domain/regimes/orders/control-order.ts'
import { answerObjection, listObjections, recordObjection } from '@wangdi/domain/regimes/orders/orders.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { Asked } from '../../lists/Asked.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'

const outcomes = ['kept', 'eased', 'lifted'] as const

/** What people said against an order and what a named person answered. */
export function Objections({ order }: { order: string }) {
  const { t } = useTranslation('orders')
  const { access } = useSession()
  const today = dayOf(useNow())
  const [adding, setAdding] = useState(false)
  const [answering, setAnswering] = useState<Objection>()
  const answer = useQuery(ask(listObjections, { order }))
  return (
    <section className="card" aria-label={t('objections.title')}>
      <div className="card-head">
        <h2>{t('objections.title')}</h2>
        {'regimes.record-objection' in access && (
          <span className="end">
            <Button size="small" onClick={() => setAdding(true)}>
              {t('objections.add')}
            </Button>
          </span>
        )}
      </div>
      <Asked answer={answer} rows={2}>
        {({ objections }) =>
          objections.length === 0 ? (
            <Empty>{t('objections.none')}</Empty>
          ) : (
            <ul className="orders-acts">
              {objections.map((one) => (
                <li key={one.id}>
                  <span className="orders-said">{one.content}</span>
                  <small className="quiet">
                    {t('objections.line', {
                      who: [one.door, one.said_by].filter(Boolean).join(' '),
                      day: formatDay(one.said_on, today),
                      by: one.by,
                    })}
                  </small>
                  {one.answer ? (
                    <span>
                      {t('objections.answered', {
                        outcome: t(`objections.outcomes.${one.answer.outcome}`),
                        answer: one.answer.answer,
                        by: one.answer.by,
                        at: formatMoment(one.answer.at, today),
                      })}
                    </span>
                  ) : (
                    <span className="orders-open">
                      <StateMark state="due">{t('objections.open')}</StateMark>
                      {'regimes.answer-objection' in access && (
                        <Button size="small" onClick={() => setAnswering(one)}>
                          {t('objections.answer')}
                        </Button>
                      )}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      {adding && <AddForm order={order} today={today} onClose={() => setAdding(false)} />}
      {answering && <AnswerForm objection={answering} onClose={() => setAnswering(undefined)} />}
    </section>
  )
}

function AddForm({ order, today, onClose }: { order: string; today: string; onClose: () => void }) {
  const { t } = useTranslation('orders')
  const [form] = Form.useForm<{ said_by: string; door?: string; content: string; said_on: string }>()
  const [id] = useState(() => newId())
  const command = useCommand(recordObjection, ['regimes.objections'])
  const must = { required: true, whitespace: true, message: t('must') }
  return (
    <Modal
      open
      title={t('objections.add')}
      okText={t('objections.save')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        name="objection"
        layout="vertical"
        requiredMark={false}
        initialValues={{ said_on: today }}
        onFinish={({ said_by, door, content, said_on }) =>
          command.mutate({ id, order, said_by, door: door ?? '', content, said_on }, { onSuccess: onClose })
        }
      >
        <Form.Item name="said_by" label={t('objections.saidBy')} rules={[must]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="door" label={t('objections.door')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="content" label={t('objections.content')} rules={[must]}>
          <Input.TextArea maxLength={1000} rows={3} />
        </Form.Item>
        <Form.Item name="said_on" label={t('objections.saidOn')} rules={[must]}>
          <Input type="date" max={today} />
        </Form.Item>
      </Form>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}

function AnswerForm({ objection, onClose }: { objection: Objection; onClose: () => void }) {
  const { t } = useTranslation('orders')
  const [form] = Form.useForm<{ outcome: (typeof outcomes)[number]; answer: string }>()
  const command = useCommand(answerObjection, ['regimes.objections'])
  const must = { required: true, whitespace: true, message: t('must') }
  return (
    <Modal
      open
      title={t('objections.answerTitle')}
      okText={t('objections.answer')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{objection.content}</p>
      <Form
        form={form}
        name="objection-answer"
        layout="vertical"
        requiredMark={false}
        onFinish={({ outcome, answer }) => command.mutate({ id: objection.id, outcome, answer }, { onSuccess: onClose })}
      >
        <Form.Item name="outcome" label={t('objections.outcome')} rules={[must]}>
          <Radio.Group options={outcomes.map((one) => ({ value: one, label: t(`objections.outcomes.${one}`) }))} />
        </Form.Item>
        <Form.Item name="answer" label={t('objections.answerText')} rules={[must]}>
          <Input.TextArea maxLength={1000} rows={3} />
        </Form.Item>
      </Form>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
