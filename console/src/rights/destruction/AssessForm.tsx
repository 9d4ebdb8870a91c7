import { assessDestruction } from '@wangdi/domain/rights/destruction/destruction.api.ts'
import type { Assessment } from '@wangdi/domain/rights/destruction/destruction.ts'
import { destructionKinds, keptWith } from '@wangdi/domain/rights/destruction/kinds.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Button, Checkbox, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as uuid } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

type Typed = Omit<Assessment, 'kept'> & { kinds?: string[]; ground: 'evidence' | 'evaluation'; reason?: string; until?: string }

/** The assessment before the destruction: lawful, necessary, safe; what has to be kept as evidence is named with a last day. */
export function AssessForm({ response, place }: { response: string; place: string }) {
  const { t } = useTranslation('destruction')
  const say = useSaying()
  const [id] = useState(() => uuid())
  const [form] = Form.useForm<Typed>()
  const command = useCommand(assessDestruction, ['rights', 'plan'])
  const kinds = Form.useWatch('kinds', form) ?? []
  const must = { required: true, whitespace: true, message: t('assess.must') }
  const onFinish = ({ legality, necessity, safety, kinds: chosen = [], ground, reason = '', until = '' }: Typed) =>
    command.mutate({
      id,
      place,
      response,
      assessment: { legality, necessity, safety, kept: chosen.map((kind) => ({ kind, ground, reason, until })) },
    })
  return (
    <Form
      form={form}
      className="destruction-form"
      layout="vertical"
      onFinish={onFinish}
      requiredMark={false}
      initialValues={{ ground: 'evidence' }}
    >
      <p className="quiet">{t('assess.lead')}</p>
      {(['legality', 'necessity', 'safety'] as const).map((name) => (
        <Form.Item key={name} name={name} label={t(`assess.${name}`)} rules={[must]}>
          <Input.TextArea rows={2} maxLength={600} />
        </Form.Item>
      ))}
      <fieldset>
        <legend>{t('assess.kept')}</legend>
        <Form.Item name="kinds" getValueFromEvent={(chosen: string[]) => [...keptWith(chosen)]}>
          <Checkbox.Group
            className="destruction-kinds"
            options={Object.entries(destructionKinds).map(([value, { words }]) => ({ value, label: say(words) }))}
          />
        </Form.Item>
        {kinds.length > 0 && (
          <>
            <p className="quiet small">{t('assess.with')}</p>
            <Form.Item name="ground" label={t('assess.ground')}>
              <Radio.Group
                options={(['evidence', 'evaluation'] as const).map((value) => ({ value, label: t(`assess.${value}`) }))}
              />
            </Form.Item>
            <Form.Item name="reason" label={t('assess.reason')} rules={[must]}>
              <Input maxLength={300} />
            </Form.Item>
            <Form.Item name="until" label={t('assess.until')} rules={[must]}>
              <Input type="date" />
            </Form.Item>
          </>
        )}
      </fieldset>
      {command.error ? <ErrorLine problem={command.error} /> : null}
      <Button type="primary" htmlType="submit" loading={command.isPending}>
        {t('assess.save')}
      </Button>
    </Form>
  )
}
