import '../../kinds/kinds.css'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { allMissingIn, settle } from '@wangdi/domain/kinds/when.ts'
import { readTree } from '@wangdi/domain/places/places.api.ts'
import { groupOf, kindOf, type RequestKindName, requestKinds } from '@wangdi/domain/requests/kinds.ts'
import { takeRequest } from '@wangdi/domain/requests/requests.api.ts'
import { officeFor } from '@wangdi/domain/requests/requests.rules.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Form, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { ask, useCommand } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { Given } from './Given.tsx'
import { Fields } from '../../kinds/form/Fields.tsx'
import { words as kindsWords } from '../../kinds/kinds.words.ts'
import { OfficeLine } from './OfficeLine.tsx'
import { WhoFields } from './WhoFields.tsx'

addWords('kinds', kindsWords)
const ways = ['desk', 'paper', 'phone', 'online'] as const

/** What is typed. */
export interface Typed {
  kind: RequestKindName
  against: string
  way: (typeof ways)[number]
  named?: boolean
  name?: string
  phone?: string
  relation?: 'self' | 'guardian' | 'relative-of-dead' | 'helper'
  shown?: string
  person?: string
}

/** Takes a request down and gives the receipt number; the fields are those of its kind. */
export default function TakeForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('requests')
  const say = useSaying()
  const { account, places } = useSession()
  const looked = useLookedAt()
  const today = dayOf(useNow())
  const [form] = Form.useForm<Typed>()
  const [id] = useState(() => newId())
  const [values, setValues] = useState<Values>({})
  const [tried, setTried] = useState(false)
  const taking = useCommand(takeRequest, ['requests'])
  const { data: tree } = useQuery({ ...ask(readTree, { place: account.place }), enabled: account.place.length < 12 })
  const { data: lookedTree } = useQuery({
    ...ask(readTree, { place: looked }),
    enabled: looked.length < 12 && looked !== account.place,
  })
  const known = new Map(
    [
      ...places.filter(({ code }) => code.length >= 6),
      ...(tree?.below ?? []),
      ...(lookedTree ? [lookedTree.place, ...lookedTree.below] : []),
    ].map(({ code, name }) => [code, name]),
  )
  const kind = Form.useWatch('kind', form)
  const against = Form.useWatch('against', form)
  const missing = kind ? allMissingIn(kindOf(kind).fields, values).map(({ path }) => path) : []
  const kinds = (['complaint', 'data', 'incident'] as const).map((group) => ({
    label: t(`group.${group}`),
    options: (Object.keys(requestKinds) as RequestKindName[])
      .filter((name) => groupOf(name) === group)
      .map((name) => ({ value: name, label: say(kindOf(name).words) })),
  }))
  const onFinish = (typed: Typed) => {
    setTried(true)
    if (missing.length > 0) return
    const { matter, ...details } = settle(kindOf(typed.kind).fields, values).values
    const isData = groupOf(typed.kind) === 'data'
    const isNamed = (isData || typed.named) && officeFor(typed.kind, typed.against).length >= 6
    taking.mutate({
      id,
      kind: typed.kind,
      against: typed.against,
      way: typed.way,
      matter: String(matter).trim(),
      details: Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)])),
      who: isNamed
        ? {
            name: typed.name?.trim() ?? '',
            phone: typed.phone?.trim() || null,
            relation: typed.relation ?? 'self',
            shown: typed.shown?.trim() ?? '',
            person: isData ? (typed.person ?? null) : null,
          }
        : null,
    })
  }
  if (taking.data) return <Given {...taking.data} today={today} onClose={onClose} />
  return (
    <Modal
      open
      width={640}
      title={t('form.title')}
      okText={t('form.save')}
      okButtonProps={{ loading: taking.isPending }}
      onOk={() => {
        setTried(true)
        form.submit()
      }}
      onCancel={onClose}
    >
      <p className="quiet">{t('form.lead')}</p>
      <Form
        form={form}
        className="requests-form"
        layout="vertical"
        requiredMark={false}
        onFinish={onFinish}
        initialValues={{ way: 'desk', against: looked, named: true, relation: 'self' }}
      >
        <Form.Item name="kind" label={t('form.kind')} rules={[{ required: true, message: t('must') }]}>
          <Select options={kinds} />
        </Form.Item>
        <Form.Item name="against" label={t('form.against')} rules={[{ required: true, message: t('must') }]}>
          <Select
            showSearch
            optionFilterProp="label"
            options={[...known].map(([code, name]) => ({ value: code, label: name }))}
          />
        </Form.Item>
        {kind && against && <OfficeLine kind={kind} against={against} />}
        {kind && <Fields fields={kindOf(kind).fields} values={values} missing={tried ? missing : []} onChange={setValues} />}
        <Form.Item name="way" label={t('form.way')}>
          <Radio.Group options={ways.map((value) => ({ value, label: t(`way.${value}`) }))} />
        </Form.Item>
        {kind && against && <WhoFields kind={kind} against={against} />}
      </Form>
      {taking.error ? <ErrorLine problem={taking.error} /> : null}
    </Modal>
  )
}
