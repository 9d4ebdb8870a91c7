import { formatDay } from '@wangdi/ui/words/format.ts'
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'

/** The receipt number, large enough to be copied by hand. */
export function Given({
  number,
  due_on,
  today,
  onClose,
}: {
  number: string
  due_on: string
  today: string
  onClose: () => void
}) {
  const { t } = useTranslation('requests')
  return (
    <Modal
      open
      title={t('form.given', { number })}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={() => window.print()}>{t('panel.print')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('form.close')}
          </Button>
        </>
      }
    >
      <p className="requests-given">{number}</p>
      <p>{t('form.givenNote', { day: formatDay(due_on, today) })}</p>
    </Modal>
  )
}
