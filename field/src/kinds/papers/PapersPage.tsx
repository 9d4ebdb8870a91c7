import type { HeldPaper } from '@wangdi/domain/kinds/document/held-paper.ts'
import { isHeldOverdue, papersOnPhone } from '@wangdi/domain/sync/papers/paper.rules.ts'
import { phonePapers } from '@wangdi/domain/sync/phone-kinds.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Bar } from '../../shell/Bar.tsx'
import { useKnown, usePhone } from '../../shell/phone.ts'
import { go } from '../../shell/route.ts'
import { useSay } from '../say.ts'

/** The documents that hold for the place of whoever carries the phone, kind by kind; read without network. */
export function PapersPage() {
  const { t } = useTranslation('kinds')
  const say = useSay()
  const { me } = usePhone()
  const { held } = useKnown()
  const kinds = phonePapers.map((kind) => ({ kind, papers: papersOnPhone(held, kind) })).filter(({ papers }) => papers.length > 0)
  return (
    <>
      <Bar>{t('papers.title')}</Bar>
      <main className="f-main f-asked">
        {kinds.length === 0 && (
          <section className="f-card f-empty">
            <h2>{t('papers.none')}</h2>
            <p>{t('papers.noneWhat')}</p>
          </section>
        )}
        {kinds.map(({ kind, papers }) => (
          <section className="f-card" key={kind.name}>
            <div className="f-gh">
              <h2 className="f-kind f-kind-visit">{say(kind.words)}</h2>
              <span className="f-n">{t('papers.n', { count: papers.length, n: papers.length })}</span>
            </div>
            {papers.map((paper) => (
              <div className="f-row" key={paper.id}>
                <button type="button" className="f-row-main" onClick={() => go(`/paper/${paper.id}`)}>
                  <span className="f-row-text">
                    <b>{paper.title}</b>
                    <PaperLine
                      paper={paper}
                      isReceived={paper.community === me.place ? kind.acts.includes('receive') : kind.below === true}
                    />
                  </span>
                </button>
                <ChevronRight className="f-row-end" size={24} aria-hidden="true" />
              </div>
            ))}
          </section>
        ))}
      </main>
    </>
  )
}

/** Under which number a document holds, until when, and whether somebody received it. */
export function PaperLine({ paper, isReceived }: { paper: HeldPaper; isReceived: boolean }) {
  const { t } = useTranslation('kinds')
  const today = dayOf(useNow())
  const { number, until, review_on, received, received_on } = paper
  const last = until ?? review_on
  const receipt = received_on ? t('papers.received', { count: received, n: received, day: formatDay(received_on, today) }) : ''
  return (
    <span>
      {[
        number ?? '',
        last ? t(until ? 'papers.until' : 'papers.review', { day: formatDay(last, today) }) : '',
        isHeldOverdue(paper, today) ? t('papers.overdue') : '',
        isReceived ? receipt || t('papers.notReceived') : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}
