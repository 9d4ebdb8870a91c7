import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { PhotosField } from './PhotosField.tsx'

interface Signed {
  readonly by: string
  readonly file?: string
}

/** Who signed, and a photo of the signed sheet; another name is another signature, which takes the sheet away. */
export function SignatureField({
  id,
  value,
  onChange,
}: {
  id: string
  value: unknown
  onChange: (value: Signed | undefined) => void
}) {
  const { t } = useTranslation('kinds')
  const signed = value as Signed | undefined
  return (
    <>
      <Input
        id={id}
        maxLength={40}
        value={signed?.by ?? ''}
        onChange={({ target }) => onChange(target.value.trim() === '' ? undefined : { by: target.value })}
      />
      {signed && (
        <PhotosField
          id={`${id}-sheet`}
          label={t('photo.sheet')}
          upTo={1}
          value={signed.file ? [signed.file] : []}
          onChange={(ids) => onChange(ids?.[0] ? { by: signed.by, file: ids[0] } : { by: signed.by })}
        />
      )}
    </>
  )
}
