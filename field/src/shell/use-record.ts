import { Toast } from 'antd-mobile'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../sync/outbox.ts'
import { usePhone } from './phone.ts'

/** Keeps a record on the phone and sends it when it can; says so when it could not be kept. */
export function useRecord(): (verb: string, input: Entry['input'], title: Entry['title']) => Promise<Entry | undefined> {
  const { engine } = usePhone()
  const { t } = useTranslation('shell')
  return useCallback(
    async (verb, input, title) => {
      try {
        const entry = await engine.record(verb, input, title)
        if (navigator.onLine) void engine.sync()
        return entry
      } catch (fault) {
        const full = (fault as { name?: string }).name === 'QuotaExceededError'
        Toast.show({ content: full ? t('full') : t('notSaved'), duration: 6000 })
        return undefined
      }
    },
    [engine, t],
  )
}
