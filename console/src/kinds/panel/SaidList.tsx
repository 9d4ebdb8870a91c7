import type { Field, Values } from '@wangdi/domain/kinds/fields.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { useTranslation } from 'react-i18next'
import { photosIn } from '@wangdi/domain/kinds/file/file.ts'
import { useSaying } from '../../shell/say.ts'
import { Photos } from '../file/Photos.tsx'
import { useNames } from '../pointing/aim.ts'
import { PointedWords } from '../pointing/PointedWords.tsx'

/** Fields with what was said of them; those of which nothing was said are left out. */
export function SaidList({ fields, values }: { fields: Readonly<Record<string, Field>>; values: Values }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const names = useNames()
  const said = Object.entries(fields).flatMap(([name, field]) => {
    const words = wordsOfValue(field, values[name], names)
    return words?.zh ? [{ name, label: say(field.words), field, value: values[name], photos: photosIn(field, values[name]) }] : []
  })
  if (said.length === 0) return <p className="quiet">{t('nothingElse')}</p>
  return (
    <dl className="list-facts">
      {said.map(({ name, label, field, value, photos }) => (
        <div key={name} className="kinds-said">
          <dt>{label}</dt>
          <dd>
            <PointedWords field={field} value={value} />
            {photos.length > 0 && <Photos ids={photos} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}
