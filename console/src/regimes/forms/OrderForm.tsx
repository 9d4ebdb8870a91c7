import { readTree } from '@wangdi/domain/places/places.api.ts'
import { openResponse } from '@wangdi/domain/regimes/regimes.api.ts'
import type { OpenedFunction } from '@wangdi/domain/regimes/regimes.ts'
import { readRules } from '@wangdi/policy/engine/facts.ts'
import { type Subject, subjects } from '@wangdi/policy/vocabulary.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Modal, Select } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useNameableRules } from '../../documents/rule-names.ts'
import { useAskFirst } from '../../lists/asking/ask-first.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { functionWords } from '../fact-words.ts'

const functions = ['arrivals', 'observation', 'daily-report', 'orders'] as const
/** Rules that a response usually brings back; about everything else the rules of the day are proposed. */
const usual: Partial<Record<Subject, readonly string[]>> = { covid: ['precision-2020@2020-05-01', 'terms@2022-07-15'] }

interface Typed {
  issuer: string
  number: string
  level?: string
  scope: string[]
  from: string
  until?: string
  review_on?: string
  subject?: Subject
  rules: string[]
  functions?: OpenedFunction[]
  content: string
  ground: string
}

/** Enters a published order with issuer, number, content, scope and term; without a term it is not accepted. */
export default function OrderForm({ today, onClose }: { today: string; onClose: () => void }) {
  const { t } = useTranslation('regimes')
  const say = useSaying()
  const { account, places } = useSession()
  const [form] = Form.useForm<Typed>()
  const [id] = useState(() => newId())
  const command = useCommand(openResponse, ['regimes', 'plan', 'session'])
  const { data: tree } = useQuery(ask(readTree, { place: account.place }))
  const own = places.find(({ code }) => code === account.place)?.name ?? account.place
  const scopes = [
    { value: account.place, label: own },
    ...(tree?.below ?? []).map(({ code, name }) => ({ value: code, label: name })),
  ]
  const [chosen, setChosen] = useState<Subject>()
  const nameable = useNameableRules(account.place, chosen, (chosen && usual[chosen]) ?? [])
  const only = nameable.subjects.length === 1 ? nameable.subjects[0] : undefined
  const propose = useEffectEvent((subject: Subject) => form.setFieldValue('rules', [...(usual[subject] ?? nameable.now)]))
  // Where there are rules about one thing only, nobody is asked what a response is about.
  useEffect(() => {
    if (only) setChosen(only)
  }, [only])
  useEffect(() => {
    if (chosen) propose(chosen)
  }, [chosen])
  const must = { required: true, whitespace: true, message: t('must') }
  const sure = useAskFirst()
  const enter = (typed: Typed) =>
    command.mutate(
      {
        id,
        place: account.place,
        issuer: typed.issuer.trim(),
        number: typed.number.trim(),
        level: typed.level?.trim() ?? '',
        scope: typed.scope,
        from: typed.from,
        until: typed.until || null,
        review_on: typed.review_on || null,
        rules: typed.rules.join(','),
        content: typed.content.trim(),
        ground: typed.ground.trim(),
        ...(typed.functions?.length ? { functions: typed.functions } : {}),
      },
      { onSuccess: onClose },
    )
  const onFinish = (typed: Typed) =>
    sure.ask({
      title: t('form.sure', { number: typed.number.trim() }),
      follows: (
        <>
          <p>{typed.scope.map((code) => scopes.find(({ value }) => value === code)?.label ?? code).join(t('levels.comma'))}</p>
          <p>{t('form.follows')}</p>
        </>
      ),
      yes: t('form.save'),
      act: () => enter(typed),
    })
  return (
    <Modal
      open
      width={640}
      title={t('form.title')}
      okText={t('form.save')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('form.lead')}</p>
      <Form
        form={form}
        className="regimes-form"
        layout="vertical"
        onFinish={onFinish}
        requiredMark={false}
        initialValues={{ scope: [account.place], from: today, rules: [] }}
      >
        <div className="regimes-pair">
          <Form.Item name="issuer" label={t('form.issuer')} rules={[must]}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="number" label={t('form.number')} rules={[must]}>
            <Input maxLength={60} />
          </Form.Item>
        </div>
        <Form.Item name="scope" label={t('form.scope')} rules={[{ required: true, message: t('must') }]}>
          <Select mode="multiple" options={scopes} optionFilterProp="label" />
        </Form.Item>
        <div className="regimes-pair">
          <Form.Item name="from" label={t('form.from')} rules={[must]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="level" label={t('form.level')}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item
            name="until"
            label={t('form.until')}
            dependencies={['review_on']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  value || getFieldValue('review_on') ? Promise.resolve() : Promise.reject(new Error(t('form.term'))),
              }),
            ]}
          >
            <Input type="date" min={today} />
          </Form.Item>
          <Form.Item name="review_on" label={t('form.reviewOn')}>
            <Input type="date" min={today} />
          </Form.Item>
        </div>
        {!only && (
          <Form.Item name="subject" label={t('form.subject')} rules={[{ required: true, message: t('must') }]}>
            <Select
              options={nameable.subjects.map((value) => ({ value, label: say(subjects[value]) }))}
              onChange={(value: Subject) => setChosen(value)}
            />
          </Form.Item>
        )}
        <Form.Item
          name="rules"
          label={t('form.rules')}
          extra={chosen && (usual[chosen] ? t('form.rulesUsual') : t('form.rulesNow'))}
          rules={[
            {
              validator: (_, value: string[] | undefined) =>
                readRules((value ?? []).join(',')) ? Promise.resolve() : Promise.reject(new Error(t('form.rulesBad'))),
            },
          ]}
        >
          <Select mode="tags" options={nameable.rules} optionFilterProp="label" tokenSeparators={[',', '，']} />
        </Form.Item>
        <Form.Item name="functions" label={t('form.functions')}>
          <Checkbox.Group options={functions.map((name) => ({ value: name, label: say(functionWords(name)) }))} />
        </Form.Item>
        <Form.Item name="content" label={t('form.content')} rules={[must]}>
          <Input.TextArea maxLength={2000} rows={3} />
        </Form.Item>
        <Form.Item name="ground" label={t('form.ground')} rules={[must]}>
          <Input.TextArea maxLength={400} rows={2} />
        </Form.Item>
      </Form>
      {command.error ? <ErrorLine problem={command.error} /> : null}
      {sure.question}
    </Modal>
  )
}
