import { readTree } from '@wangdi/domain/places/places.api.ts'
import { demandKinds, rhythms, type Wanted } from '@wangdi/domain/reports/demands/demand.ts'
import { dictionary, itemGroups } from '@wangdi/domain/reports/demands/dictionary.ts'
import { fileDemand, weighDemand } from '@wangdi/domain/reports/demands/demands.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { ask, call, useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { FreshItems } from './FreshItems.tsx'
import { Held, Objections } from './Said.tsx'

type Typed = { [K in keyof Wanted]?: Wanted[K] | undefined }

const text = (value: string | undefined) => value?.trim() ?? ''

function wantedOf(typed: Typed, place: string): Wanted {
  return {
    kind: typed.kind ?? 'figures',
    title: text(typed.title),
    asker: text(typed.asker),
    document: text(typed.document),
    purpose: text(typed.purpose),
    ground: text(typed.ground),
    items: typed.items ?? [],
    new_items: (typed.new_items ?? [])
      .filter((item) => text(item?.name) !== '')
      .map((item) => ({ name: text(item.name), purpose: text(item.purpose), ground: text(item.ground), keep: text(item.keep) })),
    scope: typed.scope ?? [place],
    from: typed.from ?? '',
    until: typed.until ?? '',
    rhythm: typed.rhythm ?? 'once',
    minutes: typed.minutes ?? 0,
    money: typed.money ?? null,
    money_from: text(typed.money_from),
  }
}

/** Files a demand; before that the desk says what is held already, who asks the same, and what is missing. */
export default function FileForm({ onClose, onFiled }: { onClose: () => void; onFiled: (id: string) => void }) {
  const { t } = useTranslation('demands')
  const say = useSaying()
  const { account, places } = useSession()
  const today = dayOf(useNow())
  const [form] = Form.useForm<Typed>()
  const [id] = useState(() => newId())
  const kind = Form.useWatch('kind', form)
  const weigh = useMutation({
    mutationFn: (wanted: Wanted) => call(weighDemand, { place: account.place, wanted }),
  })
  const command = useCommand(fileDemand, ['reports'])
  const { data: tree } = useQuery(ask(readTree, { place: account.place }))
  const own = places.find(({ code }) => code === account.place)?.name ?? account.place
  const scopes = [
    { value: account.place, label: own },
    ...(tree?.below ?? []).map(({ code, name }) => ({ value: code, label: name })),
  ]
  const items = Object.entries(itemGroups).map(([group, words]) => ({
    label: say(words),
    options: [...dictionary]
      .filter(([, item]) => item.group === group)
      .map(([value, item]) => ({ value, label: say(item.words) })),
  }))
  const must = { required: true, message: t('form.must') }
  const said = weigh.data
  const onFinish = (typed: Typed) =>
    command.mutate(
      { id, place: account.place, wanted: wantedOf(typed, account.place) },
      {
        onSuccess: () => {
          onFiled(id)
          onClose()
        },
      },
    )
  const look = () =>
    void form.validateFields().then(
      (typed) => weigh.mutate(wantedOf(typed, account.place)),
      () => undefined,
    )
  return (
    <Modal
      open
      width={720}
      title={t('form.title')}
      okText={t('form.save')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('form.lead')}</p>
      <Form
        form={form}
        className="demands-form"
        layout="vertical"
        onFinish={onFinish}
        requiredMark={false}
        initialValues={{ kind: 'figures', rhythm: 'once', scope: [account.place], from: today, minutes: 30, asker: own }}
      >
        <Form.Item name="kind" label={t('form.kind')}>
          <Radio.Group options={Object.entries(demandKinds).map(([value, words]) => ({ value, label: say(words) }))} />
        </Form.Item>
        <div className="demands-pair">
          <Form.Item name="title" label={t('form.name')} rules={[{ ...must, whitespace: true }]}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="asker" label={t('form.asker')} rules={[{ ...must, whitespace: true }]}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="document" label={t('form.document')}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="ground" label={t('form.ground')}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <Form.Item name="purpose" label={t('form.purpose')}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="items" label={t('form.items')}>
          <Select mode="multiple" options={items} optionFilterProp="label" placeholder={t('form.itemsHint')} />
        </Form.Item>
        <FreshItems />
        <Form.Item name="scope" label={t('form.scope')} rules={[must]}>
          <Select mode="multiple" options={scopes} optionFilterProp="label" />
        </Form.Item>
        <div className="demands-pair">
          <Form.Item name="from" label={t('form.from')} rules={[must]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="until" label={t('form.until')} rules={[must]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="rhythm" label={t('form.rhythm')}>
            <Select options={Object.entries(rhythms).map(([value, words]) => ({ value, label: say(words) }))} />
          </Form.Item>
          <Form.Item name="minutes" label={t('form.minutes')} rules={[must]}>
            <InputNumber min={0} max={10_000} />
          </Form.Item>
          {kind === 'task' && (
            <>
              <Form.Item name="money" label={t('form.money')}>
                <InputNumber min={0} max={100_000_000} />
              </Form.Item>
              <Form.Item name="money_from" label={t('form.moneyFrom')}>
                <Input maxLength={120} />
              </Form.Item>
            </>
          )}
        </div>
        <Button onClick={look} loading={weigh.isPending}>
          {t('form.weigh')}
        </Button>
      </Form>
      {said && (
        <div className="demands-weighed" role="status">
          <p>
            {t(`weighed.${said.outcome}`)}{' '}
            {said.overlaps.length > 0 && t('weighed.cost', { count: said.overlaps.length, n: said.overlaps.length })}
          </p>
          <Objections judgement={said} />
          {said.held.length > 0 && (
            <>
              <p className="quiet small">{t('heldTitle')}</p>
              <Held items={said.held} />
            </>
          )}
        </div>
      )}
      {command.error || weigh.error ? <ErrorLine problem={command.error ?? weigh.error} /> : null}
    </Modal>
  )
}
