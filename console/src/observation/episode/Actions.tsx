import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../shell/session.ts'
import type { EpisodeReply } from './episode.ts'

const forms = {
  reading: lazy(() => import('./ReadingForm.tsx')),
  deliver: lazy(() => import('./DeliverForm.tsx')),
  home: lazy(() => import('./HomeForm.tsx')),
  end: lazy(() => import('./EndForm.tsx')),
}
const verbs = {
  reading: 'observation.record-reading',
  deliver: 'observation.deliver-notice',
  home: 'observation.assess-home',
  end: 'observation.end',
}

/** What may be done with a running stay, by the verbs of the session. */
export function Actions({ episode }: { episode: EpisodeReply }) {
  const { t } = useTranslation('observation')
  const { access } = useSession()
  const [open, setOpen] = useState<keyof typeof forms>()
  const Form = open && forms[open]
  return (
    <>
      {(Object.keys(forms) as (keyof typeof forms)[])
        .filter((name) => verbs[name] in access)
        .map((name) => (
          <Button
            key={name}
            type={name === 'reading' ? 'primary' : 'default'}
            danger={name === 'end'}
            onClick={() => setOpen(name)}
          >
            {t(`actions.${name}`)}
          </Button>
        ))}
      {Form && (
        <Suspense>
          <Form episode={episode} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  )
}
