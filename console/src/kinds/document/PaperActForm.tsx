import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { type DocumentAct, documentActs, type DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { allMissingIn, settle } from '@wangdi/domain/kinds/when.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { PhotoRoadContext } from '../file/photo-road.ts'
import { Fields } from '../form/Fields.tsx'

// Where nothing is given out, what is approved comes into force by that.
const holdsAtOnce = ({ acts }: DocumentKind, act: DocumentAct) => act === 'approve' && !acts.includes('publish')

/** Asks what one act on a version needs, and says what follows from it before it is done. */
export function PaperActForm({
  kind,
  act,
  endpoint,
  id,
  version,
  onClose,
}: {
  kind: DocumentKind
  act: DocumentAct
  endpoint: Endpoint
  id: string
  version: number
  onClose: () => void
}) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const [values, setValues] = useState<Values>({})
  const [ground, setGround] = useState('')
  const [tried, setTried] = useState(false)
  const doing = useCommand(endpoint, [kind.name])
  const asked = act === 'receive' ? (kind.receipt ?? {}) : {}
  const missing = allMissingIn(asked, values).map(({ path }) => path)
  const lacksGround = act === 'withdraw' && ground.trim() === ''
  const send = () => {
    setTried(true)
    if (missing.length > 0 || lacksGround) return
    doing.mutate(
      {
        ...{ id, version },
        ...(act === 'receive' && { v: kind.version, fields: settle(asked, values).values }),
        ...(act === 'withdraw' && { ground: ground.trim() }),
      },
      { onSuccess: onClose },
    )
  }
  const words = say(documentActs[act])
  const follows = act === 'save' || act === 'receive' ? undefined : t(`act.${holdsAtOnce(kind, act) ? 'approveHolds' : act}`)
  return (
    <Modal open title={words} okText={words} okButtonProps={{ loading: doing.isPending }} onOk={send} onCancel={onClose}>
      {follows && <p>{follows}</p>}
      <PhotoRoadContext value={{ kind: kind.name, act }}>
        <Fields fields={asked} values={values} missing={tried ? missing : []} onChange={setValues} />
      </PhotoRoadContext>
      {act === 'withdraw' && (
        <div className="kinds-field">
          <label htmlFor="paper-ground">{t('act.ground')}</label>
          <Input.TextArea
            id="paper-ground"
            rows={2}
            maxLength={200}
            value={ground}
            onChange={({ target }) => setGround(target.value)}
          />
          {tried && lacksGround && (
            <p className="kinds-missing" role="alert">
              {t('kinds:must')}
            </p>
          )}
        </div>
      )}
      {doing.error ? <ErrorLine problem={doing.error} /> : null}
    </Modal>
  )
}
