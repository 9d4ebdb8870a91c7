import { recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { DoorField } from '../door/DoorField.tsx'
import { Journey, type JourneyTyped } from './Journey.tsx'
import { Who, type WhoTyped } from './Who.tsx'

/** Enters somebody who came or is expected: a person on file, or a new one found again by the document. */
export default function ArrivalForm({ community, onClose }: { community: string; onClose: () => void }) {
  const { t } = useTranslation('arrivals')
  const today = dayOf(useNow())
  const command = useCommand(recordArrival, ['people', 'plan', 'observation'])
  const [id] = useState(() => newId())
  const [entered] = useState(() => newId())
  const [who, setWho] = useState<WhoTyped>({ is: 'known', name: '', kind: 'identity-card', document: '', phone: '' })
  const [dwelling, setDwelling] = useState<string>()
  const [journey, setJourney] = useState<JourneyTyped>({
    origin: '',
    kind: 'unknown',
    arrivedOn: today,
    leftOn: '',
    state: 'arrived',
    transport: '',
    companions: null,
    pointToPoint: null,
    healthProof: null,
    reportedBy: 'community',
    note: '',
  })
  const known = who.is === 'known' ? who.person : undefined
  const ready =
    (known !== undefined || (who.is === 'new' && who.name.trim() !== '')) &&
    journey.origin.trim() !== '' &&
    journey.arrivedOn !== ''
  const save = () =>
    command.mutate(
      {
        id,
        community,
        ...(known
          ? { person: known }
          : {
              entered: {
                id: entered,
                name: who.name.trim(),
                document_kind: who.document.trim() ? who.kind : 'none',
                document: who.document.trim() || null,
                phone: who.phone.trim() || null,
                dwelling: dwelling ?? null,
              },
            }),
        ...(dwelling ? { dwelling } : {}),
        state: journey.state,
        origin: journey.origin.trim(),
        origin_kind: journey.kind,
        arrived_on: journey.arrivedOn,
        left_origin_on: journey.leftOn || null,
        transport: journey.transport.trim(),
        companions: journey.companions,
        point_to_point: journey.pointToPoint,
        health_proof: journey.healthProof,
        reported_by: journey.reportedBy,
        note: journey.note.trim(),
      },
      { onSuccess: onClose },
    )
  return (
    <Modal
      open
      width={600}
      title={t('form.title')}
      okText={t('form.save')}
      okButtonProps={{ disabled: !ready, loading: command.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="list-form">
        <Who place={community} typed={who} onTyped={setWho} />
        <DoorField community={community} value={dwelling} onChange={setDwelling} />
        <Journey typed={journey} today={today} onTyped={setJourney} />
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
