import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Finds somebody among all arrivals by name, initials, door or the end of a number; nothing of it stands in the address. */
export function Find({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { t } = useTranslation('queue')
  const [typed, setTyped] = useState(text)
  return (
    <form
      className="queue-find"
      role="search"
      aria-label={t('find')}
      onSubmit={(event) => {
        event.preventDefault()
        onText(typed.trim())
      }}
    >
      <Input
        type="search"
        maxLength={40}
        value={typed}
        aria-label={t('find')}
        placeholder={t('find')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button htmlType="submit">{t('findGo')}</Button>
      {text !== '' && (
        <Button
          type="link"
          onClick={() => {
            setTyped('')
            onText('')
          }}
        >
          {t('findClear')}
        </Button>
      )}
    </form>
  )
}
