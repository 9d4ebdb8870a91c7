import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { close, locked } from '@wangdi/ui/marks/icons.ts'
import { StateIcon } from '@wangdi/ui/marks/StateMark.tsx'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import type { PlanReply } from '../plan-reply.ts'

/** 为什么？: the reasons from the outside in, the facts nobody has recorded, and the functions with what holds them open or closed. */
export function Why({ plan, onClose }: { plan: PlanReply; onClose: () => void }) {
  const { t } = useTranslation('plan')
  const say = useSaying()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => box.current?.showModal(), [])
  return (
    <dialog
      ref={box}
      className="plan-why"
      aria-labelledby="plan-why"
      onClose={onClose}
      onClick={(event) => event.target === box.current && box.current?.close()}
    >
      <div className="plan-why-head">
        <h2 id="plan-why">{t('why.title')}</h2>
        <button type="button" className="w-link" onClick={() => box.current?.close()} aria-label={t('why.close')}>
          <Icon of={close} size={20} />
        </button>
      </div>
      <ol>
        {plan.why.map((reason) => (
          <li key={reason.zh}>{say(reason)}</li>
        ))}
      </ol>
      {plan.missing.length > 0 && (
        <>
          <h3>{t('why.missing')}</h3>
          <ul>
            {plan.missing.map(({ fact, words }) => (
              <li key={fact}>{say(words)}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('why.functions')}</h3>
      <ul className="plan-why-functions">
        {plan.functions.map((one) => (
          <li key={one.function}>
            {one.open ? <StateIcon state="done" /> : <Icon of={locked} />}
            <span>{say(one.why)}</span>
          </li>
        ))}
      </ul>
    </dialog>
  )
}
