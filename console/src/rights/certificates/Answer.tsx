import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'

/** The answer to the body that asked, to be read out or printed and handed over. */
export function Answer({ text, asked }: { text: string; asked: string }) {
  const { t } = useTranslation('certificates')
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    if (!printing) return
    const done = () => setPrinting(false)
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [printing])
  return (
    <>
      <p className="certificates-said">{text}</p>
      <Button icon={<Icon of={print} />} onClick={() => setPrinting(true)}>
        {t('refuse.print')}
      </Button>
      {printing &&
        createPortal(
          <div className="certificates-sheet">
            <h1>{t('refuse.sheetTitle')}</h1>
            <p>{t('refuse.sheetTo', { body: asked })}</p>
            <p>{text}</p>
          </div>,
          document.body,
        )}
    </>
  )
}
