import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'
import type { Triable } from './triable.ts'

/** A fact as it is being chosen; both empty at first. */
export interface TriedFact {
  readonly name: string
  readonly value: string
}

/** What is assumed of all places below: one fact a row, of the draft, of a published pack or of the house. */
export function TriedFacts({
  tried,
  triable,
  onChange,
}: {
  tried: readonly TriedFact[]
  triable: Triable
  onChange: (tried: readonly TriedFact[]) => void
}) {
  const { t } = useTranslation('what-if')
  const set = (nth: number, fact: TriedFact) => onChange(tried.map((one, at) => (at === nth ? fact : one)))
  return (
    <div className="what-if-facts">
      {tried.map((fact, nth) => (
        <FactRow
          key={nth}
          fact={fact}
          triable={triable}
          onChange={(next) => set(nth, next)}
          {...(tried.length > 1 && { onRemove: () => onChange(tried.toSpliced(nth, 1)) })}
        />
      ))}
      <Button onClick={() => onChange([...tried, { name: '', value: '' }])}>{t('moreFacts')}</Button>
    </div>
  )
}

function FactRow({
  fact: { name, value },
  triable,
  onChange,
  onRemove,
}: {
  fact: TriedFact
  triable: Triable
  onChange: (fact: TriedFact) => void
  onRemove?: () => void
}) {
  const { t } = useTranslation('what-if')
  const say = useSaying()
  const chosen = [...triable.draft, ...triable.packs, ...triable.house].find((one) => one.name === name)
  return (
    <div className="what-if-fact">
      <label>
        {t('fact')}
        <select value={name} onChange={(event) => onChange({ name: event.target.value, value: '' })}>
          <option value="">{t('noFact')}</option>
          {(['draft', 'packs', 'house'] as const).map(
            (group) =>
              triable[group].length > 0 && (
                <optgroup key={group} label={t(`facts.${group}`)}>
                  {triable[group].map((one) => (
                    <option key={one.name} value={one.name}>
                      {say(one.words)}
                    </option>
                  ))}
                </optgroup>
              ),
          )}
        </select>
      </label>
      {chosen && (
        <label>
          {chosen.unit ? t('valueIn', { unit: say(chosen.unit) }) : t('value')}
          {chosen.type === 'choice' ? (
            <select value={value} onChange={(event) => onChange({ name, value: event.target.value })}>
              <option value="" />
              {chosen.values.map(({ id, words }) => (
                <option key={id} value={id}>
                  {say(words)}
                </option>
              ))}
            </select>
          ) : (
            <Input
              type={chosen.type === 'day' ? 'date' : 'number'}
              min={0}
              value={value}
              onChange={(event) => onChange({ name, value: event.target.value })}
            />
          )}
        </label>
      )}
      {onRemove && <Button onClick={onRemove}>{t('fewerFacts')}</Button>}
    </div>
  )
}
