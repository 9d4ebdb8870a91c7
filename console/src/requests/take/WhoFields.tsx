import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { groupOf, type RequestKindName } from '@wangdi/domain/requests/kinds.ts'
import { officeFor } from '@wangdi/domain/requests/requests.rules.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shell/call.ts'

const relations = ['self', 'guardian', 'relative-of-dead', 'helper'] as const

/** Who asks, or nobody's name; for own data also whose data, found in the register. */
export function WhoFields({ kind, against }: { kind: RequestKindName; against: string }) {
  const { t } = useTranslation('requests')
  const isData = groupOf(kind) === 'data'
  const isNamed: unknown = Form.useWatch('named')
  if (officeFor(kind, against).length < 6) return <p className="quiet">{t('form.onlyNameless')}</p>
  const must = { required: true, whitespace: true, message: t('must') }
  return (
    <>
      {!isData && (
        <Form.Item name="named" label={t('form.named')}>
          <Radio.Group
            options={[
              { value: true, label: t('form.withName') },
              { value: false, label: t('form.nameless') },
            ]}
          />
        </Form.Item>
      )}
      {(isData || isNamed !== false) && (
        <div className="requests-pair">
          <Form.Item name="name" label={t('form.name')} rules={[must]}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="phone" label={t('form.phone')}>
            <Input maxLength={20} inputMode="tel" />
          </Form.Item>
          <Form.Item name="relation" label={t('form.relation')}>
            <Select options={relations.map((value) => ({ value, label: t(`relation.${value}`) }))} />
          </Form.Item>
          <Form.Item name="shown" label={t('form.shown')}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
      )}
      {isData && <WhoseData community={against} />}
    </>
  )
}

function WhoseData({ community }: { community: string }) {
  const { t } = useTranslation('requests')
  const [text, setText] = useState('')
  const found = useMutation({ mutationFn: () => call(searchPeople, { place: community, text: text.trim(), size: 20 }) })
  return (
    <>
      <div className="requests-find">
        <label htmlFor="whose-data">{t('form.find')}</label>
        <Input
          id="whose-data"
          maxLength={40}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={(event) => {
            event.preventDefault()
            if (text.trim()) found.mutate()
          }}
        />
        <Button loading={found.isPending} onClick={() => text.trim() && found.mutate()}>
          {t('form.findGo')}
        </Button>
      </div>
      <Form.Item name="person" label={t('form.person')} rules={[{ required: true, message: t('form.found') }]}>
        <Select
          placeholder={t('form.found')}
          options={(found.data?.rows ?? []).map(({ id, name, door }) => ({ value: id, label: `${name} ${door ?? ''}` }))}
        />
      </Form.Item>
    </>
  )
}
