import { recordReading } from '@wangdi/domain/observation/observation.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Checkbox, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { isTemperature, readNumber } from '../../lists/typed-number.ts'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import type { EpisodeReply } from './episode.ts'

const measuredBy = ['phone', 'visit', 'family', 'self'] as const
const reasons = ['not-home', 'refused', 'asleep', 'no-thermometer', 'in-hospital', 'other'] as const
type Told = 'measured' | 'not-measured'

interface Typed {
  told: Told
  temperature?: string
  not_measured?: (typeof reasons)[number]
  asked: 'none' | 'some' | 'not-asked'
  symptoms?: string[]
  measured_by: (typeof measuredBy)[number]
}

/** A reading told to the office: nothing is preset but who told it, and not measured needs its reason. */
export default function ReadingForm({ episode, onClose }: { episode: EpisodeReply; onClose: () => void }) {
  const { t } = useTranslation('observation')
  const say = useSaying()
  const [form] = Form.useForm<Typed>()
  const [id] = useState(() => newId())
  const told = Form.useWatch('told', form)
  const asked = Form.useWatch('asked', form)
  const command = useCommand(recordReading, ['observation', 'plan'])
  const must = { required: true, message: t('must') }
  const degrees = {
    validator: (_: unknown, typed?: string) =>
      isTemperature(typed) ? Promise.resolve() : Promise.reject(new Error(t('reading.degrees'))),
  }
  const onFinish = (typed: Typed) =>
    command.mutate(
      {
        id,
        observation: episode.id,
        temperature: typed.told === 'measured' ? readNumber(typed.temperature ?? '') : null,
        not_measured: typed.told === 'measured' ? null : (typed.not_measured ?? null),
        symptoms: typed.asked === 'not-asked' ? null : typed.asked === 'none' ? [] : (typed.symptoms ?? []),
        measured_by: typed.measured_by,
      },
      { onSuccess: onClose },
    )
  return (
    <Modal
      open
      title={t('actions.reading')}
      okText={t('ui:save')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" className="observation-form" onFinish={onFinish} requiredMark={false}>
        <Form.Item name="told" label={t('reading.told')} rules={[must]}>
          <Radio.Group
            options={(['measured', 'not-measured'] as const).map((value) => ({ value, label: t(`reading.${value}`) }))}
          />
        </Form.Item>
        {told === 'measured' && (
          <Form.Item name="temperature" label={t('reading.temperature')} rules={[must, degrees]}>
            <Input inputMode="decimal" maxLength={8} autoComplete="off" style={{ width: 140 }} suffix="℃" />
          </Form.Item>
        )}
        {told === 'not-measured' && (
          <Form.Item name="not_measured" label={t('reading.why')} rules={[must]}>
            <Select options={reasons.map((value) => ({ value, label: t(`notMeasured.${value}`) }))} />
          </Form.Item>
        )}
        <Form.Item name="asked" label={t('reading.symptoms')} rules={[must]}>
          <Radio.Group
            options={(['none', 'some', 'not-asked'] as const).map((value) => ({ value, label: t(`reading.asked.${value}`) }))}
          />
        </Form.Item>
        {asked === 'some' && (
          <Form.Item
            name="symptoms"
            rules={[
              {
                validator: (_, told: string[] | undefined) =>
                  told?.length ? Promise.resolve() : Promise.reject(new Error(t('must'))),
              },
            ]}
          >
            <Checkbox.Group options={episode.rule.symptoms.map((words) => ({ value: words.zh, label: say(words) }))} />
          </Form.Item>
        )}
        <Form.Item name="measured_by" label={t('reading.by')} rules={[must]}>
          <Radio.Group options={measuredBy.map((value) => ({ value, label: t(`measuredBy.${value}`) }))} />
        </Form.Item>
      </Form>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
