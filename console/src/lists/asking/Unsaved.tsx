import { useBlocker } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useListWords } from '../list-words.ts'

/** Asks before a page is left on which something stands that was not saved; shown by the page, with whether there is anything. */
export function Unsaved({ changed }: { changed: boolean }) {
  const t = useListWords()
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => changed && current.pathname !== next.pathname,
    enableBeforeUnload: () => changed,
    withResolver: true,
  })
  return (
    <Modal
      open={leaving.status === 'blocked'}
      width={420}
      title={t('unsaved.title')}
      okText={t('unsaved.leave')}
      okButtonProps={{ danger: true }}
      onOk={() => leaving.proceed?.()}
      onCancel={() => leaving.reset?.()}
    >
      {t('unsaved.follows')}
    </Modal>
  )
}
