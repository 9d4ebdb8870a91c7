import { readOffice, saveOffice } from '@wangdi/domain/observation/notice/notice.api.ts'
import type { Office } from '@wangdi/domain/observation/notice/office.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../../lists/Asked.tsx'
import { ask, useCommand } from '../../../shell/call.ts'

const texts = ['issuer', 'letters', 'release_letters', 'phone', 'care_phone'] as const
const lists = ['duties', 'services', 'rights'] as const
type Typed = Record<(typeof texts)[number] | (typeof lists)[number], string>

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What the county's notices say of its office: letters, telephones, and the lines that its legal office answers for. */
export default function OfficeForm({ place, onClose }: { place: string; onClose: () => void }) {
  const { t } = useTranslation('queue')
  const answer = useQuery(ask(readOffice, { place }))
  const [form] = Form.useForm<Typed>()
  const command = useCommand(saveOffice, ['observation'])
  const must = { required: true, whitespace: true, message: t('office.missing') }
  const save = (typed: Typed) => {
    const office: Office = {
      issuer: typed.issuer.trim(),
      letters: typed.letters.trim(),
      release_letters: typed.release_letters.trim(),
      phone: typed.phone.trim(),
      care_phone: typed.care_phone.trim(),
      duties: linesOf(typed.duties),
      services: linesOf(typed.services),
      rights: linesOf(typed.rights),
    }
    command.mutate({ place, office }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      width={640}
      title={t('office.title')}
      okText={t('ui:save')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('office.lead')}</p>
      <Asked answer={answer} rows={6}>
        {({ office, usual }) => {
          const said = office ?? usual
          const initial = {
            ...Object.fromEntries(texts.map((name) => [name, said[name]])),
            ...Object.fromEntries(lists.map((name) => [name, said[name].join('\n')])),
          }
          return (
            <Form
              form={form}
              layout="vertical"
              className="observation-form"
              requiredMark={false}
              onFinish={save}
              initialValues={initial}
            >
              {texts.map((name) => (
                <Form.Item key={name} name={name} label={t(`office.${name}`)} rules={name === 'care_phone' ? [] : [must]}>
                  <Input maxLength={name === 'issuer' ? 60 : name.endsWith('letters') ? 20 : 40} />
                </Form.Item>
              ))}
              {lists.map((name) => (
                <Form.Item key={name} name={name} label={t(`office.${name}`)} rules={[must]}>
                  <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={960} />
                </Form.Item>
              ))}
            </Form>
          )
        }}
      </Asked>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
