import { type DocumentFile, type DocumentLine, documentFilesPath } from '@wangdi/domain/documents/documents.ts'
import { ApiProblem } from '@wangdi/ui/call/send.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { fetchAnew } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'

const noNetwork = {
  zh: '文件没传上去，没连上网。连上后再选一次',
  en: 'The file was not sent: no network. Choose it again when the network is back.',
}

async function sendOriginal(document: string, file: File): Promise<void> {
  const search = new URLSearchParams({ document, name: file.name })
  let reply: Response
  try {
    reply = await fetch(`${documentFilesPath}?${search}`, {
      method: 'POST',
      body: file,
      headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
      credentials: 'same-origin',
    })
  } catch {
    throw new ApiProblem('network.none', 0, noNetwork)
  }
  if (reply.ok) return
  const said = (await reply.json().catch(() => undefined)) as { code?: string; words?: { zh: string; en: string } } | undefined
  throw new ApiProblem(said?.code ?? 'reply.unreadable', reply.status, said?.words ?? noNetwork)
}

/** The originals of a document, to fetch; who may enter documents adds them. */
export function Originals({ document, files }: { document: DocumentLine; files: readonly DocumentFile[] }) {
  const { t } = useTranslation('library')
  const { access, account } = useSession()
  const client = useQueryClient()
  const sending = useMutation({
    mutationFn: (file: File) => sendOriginal(document.id, file),
    onSuccess: () => fetchAnew(client, (name) => name.startsWith('documents.')),
  })
  const adds = 'documents.enter' in access && document.source === 'person' && document.place.startsWith(account.place)
  return (
    <section className="card" aria-label={t('files')}>
      <h2 className="card-head">{t('files')}</h2>
      {files.length === 0 ? (
        <Empty>{t('noFiles')}</Empty>
      ) : (
        <ul className="library-rules">
          {files.map(({ id, name, size, hash }) => (
            <li key={id}>
              <a href={`${documentFilesPath}/${id}`} download={name}>
                {name}
              </a>{' '}
              <small>
                {Math.ceil(size / 1024)} KB · {t('hash', { hash: hash.slice(0, 16) })}
              </small>
            </li>
          ))}
        </ul>
      )}
      {adds && (
        <label className="library-upload">
          {t('upload')} <small>{t('uploadHint')}</small>
          <input
            type="file"
            accept=".pdf,.doc,.docx,.txt"
            disabled={sending.isPending}
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) sending.mutate(file)
              event.target.value = ''
            }}
          />
        </label>
      )}
      {sending.error ? <ErrorLine problem={sending.error} /> : null}
    </section>
  )
}
