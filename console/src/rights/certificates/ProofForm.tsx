import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { issueResidenceProof } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { call, useCommand } from '../../shell/call.ts'

/** Who lives here and which body wants to see it; nothing else is asked. */
export function ProofForm({ place, onClose }: { place: string; onClose: () => void }) {
  const { t } = useTranslation('certificates')
  const [form] = Form.useForm<{ person: string; asked_by: string }>()
  const [id] = useState(() => newId())
  const [text, setText] = useState('')
  const found = useMutation({ mutationFn: (typed: string) => call(searchPeople, { place, text: typed, size: 20 }) })
  const issue = useCommand(issueResidenceProof, ['rights'])
  const must = { required: true, whitespace: true, message: t('must') }
  const find = () => text.trim() && found.mutate(text.trim())
  return (
    <Modal
      open
      title={t('proof.open')}
      okText={t('proof.save')}
      okButtonProps={{ loading: issue.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('proof.lead')}</p>
      <div className="certificates-find" role="search" aria-label={t('proof.find')}>
        <Input
          aria-label={t('proof.find')}
          placeholder={t('proof.find')}
          type="search"
          maxLength={40}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={find}
        />
        <Button loading={found.isPending} onClick={find}>
          {t('proof.findGo')}
        </Button>
      </div>
      {found.error ? <ErrorLine problem={found.error} /> : null}
      {found.data?.rows.length === 0 && <Empty>{t('proof.findNone')}</Empty>}
      <Form
        form={form}
        name="proof"
        layout="vertical"
        requiredMark={false}
        onFinish={({ person, asked_by }) => issue.mutate({ id, person, asked_by: asked_by.trim() }, { onSuccess: onClose })}
      >
        <Form.Item name="person" label={t('proof.person')} rules={[{ required: true, message: t('proof.mustPerson') }]}>
          <Radio.Group
            className="certificates-found"
            options={(found.data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.name} ${row.door}` }))}
          />
        </Form.Item>
        <Form.Item name="asked_by" label={t('askedBy')} rules={[must]}>
          <Input maxLength={60} />
        </Form.Item>
      </Form>
      {issue.error ? <ErrorLine problem={issue.error} /> : null}
    </Modal>
  )
}
