import { releaseHolds } from '@wangdi/domain/observation/release/release.rules.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../shell/session.ts'
import { PrintNotices } from '../print/PrintNotices.tsx'
import { ReleaseForm } from '../release/ReleaseForm.tsx'
import type { EpisodeReply } from './episode.ts'

/** The papers of a stay: its notice, its release once it may be decided, and the notice of that. */
export function Papers({ episode }: { episode: EpisodeReply }) {
  const { t } = useTranslation('observation')
  const { access } = useSession()
  const [releasing, setReleasing] = useState(false)
  const prints = 'observation.notices' in access
  const of = { observations: [episode.id], place: episode.community }
  return (
    <>
      {prints && (
        <PrintNotices {...of} kind="observation">
          {t('actions.print')}
        </PrintNotices>
      )}
      {prints && episode.release && releaseHolds(episode.ended) && (
        <PrintNotices {...of} kind="release">
          {t('actions.printRelease')}
        </PrintNotices>
      )}
      {episode.to_release && 'observation.release' in access && (
        <Button type="primary" onClick={() => setReleasing(true)}>
          {t('actions.release')}
        </Button>
      )}
      {releasing && <ReleaseForm waiting={[episode]} place={episode.community} onClose={() => setReleasing(false)} />}
    </>
  )
}
