import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isUnsaved } from './unsaved.ts'

/** The question whether what is not saved may go. */
export function LeaveQuestion({ open, onLeave, onStay }: { open: boolean; onLeave: () => void; onStay: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <Modal
      open={open}
      width={420}
      // Above a form that is open.
      zIndex={1300}
      title={t('unsaved.title')}
      okText={t('unsaved.leave')}
      okButtonProps={{ danger: true }}
      onOk={onLeave}
      onCancel={onStay}
    >
      {t('unsaved.follows')}
    </Modal>
  )
}

/** For ways out that are no link: `leave` does the act at once where nothing is unsaved, else after the question. */
export function useLeave(): { leave: (act: () => void) => void; question: ReactNode } {
  const [waiting, setWaiting] = useState<() => void>()
  const leave = (act: () => void) => (isUnsaved() ? setWaiting(() => act) : act())
  const go = () => {
    setWaiting(undefined)
    waiting?.()
  }
  return { leave, question: <LeaveQuestion open={waiting !== undefined} onLeave={go} onStay={() => setWaiting(undefined)} /> }
}
