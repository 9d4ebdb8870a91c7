import { readOwnData } from '@wangdi/domain/requests/requests.api.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'

/** All that is kept of the person, to be shown at the desk or printed. Forgotten with the window. */
export default function OwnData({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('requests')
  const answer = useQuery({ ...ask(readOwnData, { id }), gcTime: 0, staleTime: 0 })
  return (
    <Modal
      open
      width={720}
      title={t('own.title')}
      onCancel={onClose}
      footer={<Button onClick={() => window.print()}>{t('panel.print')}</Button>}
    >
      <p className="quiet">{t('own.lead')}</p>
      <Asked answer={answer}>
        {({ sections }) =>
          sections.map(({ name, lines }) => (
            <section key={name} className="requests-own">
              <h3>{t(`own.${name}`)}</h3>
              {lines.length === 0 && <p className="quiet">{t('own.none')}</p>}
              {lines.map((line) => (
                <dl key={JSON.stringify(line)} className="list-facts">
                  {Object.entries(line).map(([key, value]) => (
                    <div key={key} className="requests-detail">
                      <dt>{t(`own.${key}`)}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
              ))}
            </section>
          ))
        }
      </Asked>
    </Modal>
  )
}
