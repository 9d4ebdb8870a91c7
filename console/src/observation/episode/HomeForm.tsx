import { assessHome } from '@wangdi/domain/observation/observation.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import type { EpisodeReply } from './episode.ts'

const items = ['own_room', 'own_toilet', 'handover_table', 'supplies', 'no_shared_air', 'waste'] as const
type Item = (typeof items)[number]
type Typed = Partial<Record<Item, 'yes' | 'no' | 'not-seen'>> & { with?: string }

/** Six conditions of the home, each yes, no or not looked at; community and clinic look together. */
export default function HomeForm({ episode, onClose }: { episode: EpisodeReply; onClose: () => void }) {
  const { t } = useTranslation('observation')
  const [form] = Form.useForm<Typed>()
  const [id] = useState(() => newId())
  const command = useCommand(assessHome, ['observation', 'plan'])
  const told = (value: Typed[Item]) => (value === 'yes' ? true : value === 'no' ? false : null)
  const onFinish = (typed: Typed) =>
    command.mutate(
      {
        id,
        person: episode.person,
        items: {
          own_room: told(typed.own_room),
          own_toilet: told(typed.own_toilet),
          handover_table: told(typed.handover_table),
          supplies: told(typed.supplies),
          no_shared_air: told(typed.no_shared_air),
          waste: told(typed.waste),
        },
        with: typed.with?.trim() ?? '',
      },
      { onSuccess: onClose },
    )
  return (
    <Modal
      open
      title={t('actions.home')}
      okText={t('ui:save')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('home.lead')}</p>
      <Form form={form} layout="vertical" className="observation-form" requiredMark={false} onFinish={onFinish}>
        {items.map((item) => (
          <Form.Item key={item} name={item} label={t(`home.${item}`)} rules={[{ required: true, message: t('must') }]}>
            <Radio.Group
              options={[
                { value: 'yes', label: t('yes') },
                { value: 'no', label: t('no') },
                { value: 'not-seen', label: t('home.notSeen') },
              ]}
            />
          </Form.Item>
        ))}
        <Form.Item name="with" label={t('home.with')}>
          <Input maxLength={40} />
        </Form.Item>
      </Form>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
