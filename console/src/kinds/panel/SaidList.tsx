import type { Field, Values } from '@wangdi/domain/kinds/fields.ts'
import type { Named } from '@wangdi/domain/kinds/pointing/pointers.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import { useTranslation } from 'react-i18next'
import { photosIn } from '@wangdi/domain/kinds/file/file.ts'
import { useSaying } from '../../shell/say.ts'
import { Photos } from '../file/Photos.tsx'
import { useNames } from '../pointing/aim.ts'
import { PointedWords } from '../pointing/PointedWords.tsx'

// Records inside a record are read one below another.
const linesOf = (field: Field, value: unknown, names: Named): readonly Words[] =>
  field.type === 'rows' && Array.isArray(value) ? value.flatMap((row) => wordsOfValue(field, [row], names) ?? []) : []

/** Fields with what was said of them; those of which nothing was said are left out. */
export function SaidList({ fields, values }: { fields: Readonly<Record<string, Field>>; values: Values }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const names = useNames()
  const said = Object.entries(fields).flatMap(([name, field]) => {
    const words = wordsOfValue(field, values[name], names)
    if (!words?.zh) return []
    const [lines, photos] = [linesOf(field, values[name], names), photosIn(field, values[name])]
    return [{ name, label: say(field.words), field, value: values[name], lines, photos }]
  })
  if (said.length === 0) return <p className="quiet">{t('nothingElse')}</p>
  return (
    <dl className="list-facts">
      {said.map(({ name, label, field, value, lines, photos }) => (
        <div key={name} className="kinds-said">
          <dt>{label}</dt>
          <dd>
            {lines.length < 2 ? (
              <PointedWords field={field} value={value} />
            ) : (
              lines.map((line) => (
                <div key={line.zh} className="kinds-said-line">
                  {say(line)}
                </div>
              ))
            )}
            {photos.length > 0 && <Photos ids={photos} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}
