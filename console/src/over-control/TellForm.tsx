import { tellControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import { findingKinds, type ToldAs } from '@wangdi/domain/plan/over-control/over-control.ts'
import { readTree } from '@wangdi/domain/places/places.api.ts'
import { scopeOf } from '@wangdi/policy/engine/controls/control.ts'
import { certificates, type PersonKind, personKinds, type Restriction, restrictions } from '@wangdi/policy/vocabulary.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { ask, useCommand } from '../shell/call.ts'
import { useSaying } from '../shell/say.ts'
import { useSession } from '../shell/session.ts'

const communityDigits = 12
const tellers = ['resident', 'inspector', 'own'] as const
const scopes = ['person', 'unit', 'building', 'community'] as const
const known = { yes: true, no: false, unknown: null } as const

interface Typed {
  place: string
  kind: Restriction
  person?: PersonKind
  certificate?: string
  scope: (typeof scopes)[number]
  told_as: ToldAs
  since: string
  until?: string
  spot?: string
  order_number?: string
  exceptions: keyof typeof known
  services: keyof typeof known
  reason?: string
  authority?: string
}

/** Tells of a restriction that was seen, or that a place means to begin; what it goes beyond is said at once. */
export default function TellForm({ place, onClose }: { place: string; onClose: () => void }) {
  const { t } = useTranslation('over-control')
  const say = useSaying()
  const today = dayOf(useNow())
  const [form] = Form.useForm<Typed>()
  const [id] = useState(() => newId())
  const telling = useCommand(tellControl, ['plan'])
  const { places } = useSession()
  const isCommunity = place.length === communityDigits
  const { data: tree } = useQuery({ ...ask(readTree, { place }), enabled: !isCommunity })
  const below = tree?.below.filter(({ code }) => code.length === communityDigits) ?? []
  const communities = isCommunity ? [{ code: place, name: places.find(({ code }) => code === place)?.name ?? place }] : below
  const kind = Form.useWatch('kind', form)
  const toldAs = Form.useWatch('told_as', form)
  const must = { required: true, whitespace: true, message: t('must') }
  const options = (words: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: say(label) }))
  const yesNo = (Object.keys(known) as (keyof typeof known)[]).map((value) => ({ value, label: t(`form.${value}`) }))
  const onFinish = (typed: Typed) =>
    telling.mutate({
      id,
      place: typed.place,
      control: {
        kind: typed.kind,
        person: typed.person ?? null,
        certificate: typed.kind === 'certificate' ? (typed.certificate ?? null) : null,
        scope: typed.scope,
      },
      told_as: typed.told_as,
      since: typed.since,
      until: typed.until || null,
      spot: typed.spot?.trim() ?? '',
      order_number: typed.order_number?.trim() ?? '',
      exceptions: known[typed.exceptions],
      services: known[typed.services],
      reason: typed.reason?.trim() ?? '',
      authority: typed.authority?.trim() ?? '',
    })
  if (telling.data) {
    const kinds = telling.data.findings.map((finding) => say(findingKinds[finding.kind])).join(t('form.comma'))
    return (
      <Modal open title={t('form.title')} onCancel={onClose} footer={<Button onClick={onClose}>{t('form.close')}</Button>}>
        <p>{kinds ? t('form.found', { kinds }) : t('form.fine')}</p>
      </Modal>
    )
  }
  return (
    <Modal
      open
      width={640}
      title={t('form.title')}
      okText={t('form.save')}
      okButtonProps={{ loading: telling.isPending, disabled: communities.length === 0 }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('form.lead')}</p>
      {tree && communities.length === 0 && <p>{t('form.choose')}</p>}
      <Form
        form={form}
        className="over-control-form"
        layout="vertical"
        requiredMark={false}
        onFinish={onFinish}
        onValuesChange={(changed: Partial<Typed>) => changed.kind && form.setFieldValue('scope', scopeOf(changed.kind))}
        initialValues={{
          ...(isCommunity && { place }),
          told_as: 'resident',
          since: today,
          scope: 'community',
          exceptions: 'unknown',
          services: 'unknown',
        }}
      >
        <div className="over-control-pair">
          <Form.Item name="place" label={t('form.place')} rules={[{ required: true, message: t('must') }]}>
            <Select
              showSearch
              optionFilterProp="label"
              options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Form.Item>
          <Form.Item name="kind" label={t('form.kind')} rules={[{ required: true, message: t('must') }]}>
            <Select options={options(restrictions)} />
          </Form.Item>
          {kind === 'observation' && (
            <Form.Item name="person" label={t('form.person')} rules={[{ required: true, message: t('must') }]}>
              <Select options={options(personKinds)} />
            </Form.Item>
          )}
          {kind === 'certificate' && (
            <Form.Item name="certificate" label={t('form.certificate')} rules={[{ required: true, message: t('must') }]}>
              <Select options={[...options(certificates), { value: 'other', label: t('form.otherCertificate') }]} />
            </Form.Item>
          )}
          <Form.Item name="scope" label={t('form.scope')}>
            <Select options={scopes.map((value) => ({ value, label: t(`form.scopes.${value}`) }))} />
          </Form.Item>
          <Form.Item name="spot" label={t('form.spot')}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="since" label={t('form.since')} rules={[must]}>
            <Input type="date" max={toldAs === 'own' ? undefined : today} />
          </Form.Item>
          <Form.Item name="until" label={t('form.until')}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Form.Item name="told_as" label={t('form.toldAs')}>
          <Radio.Group options={tellers.map((value) => ({ value, label: t(`toldAs.${value}`) }))} />
        </Form.Item>
        <Form.Item name="order_number" label={t('form.orderNumber')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="exceptions" label={t('form.exceptions')}>
          <Radio.Group options={yesNo} />
        </Form.Item>
        <Form.Item name="services" label={t('form.services')}>
          <Radio.Group options={yesNo} />
        </Form.Item>
        {toldAs === 'own' && (
          <>
            <Form.Item name="reason" label={t('form.reason')}>
              <Input.TextArea rows={2} maxLength={400} />
            </Form.Item>
            <Form.Item name="authority" label={t('form.authority')}>
              <Input maxLength={120} />
            </Form.Item>
          </>
        )}
      </Form>
      {telling.error ? <ErrorLine problem={telling.error} /> : null}
    </Modal>
  )
}
