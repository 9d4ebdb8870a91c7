import { Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Person } from './person.ts'
import type { TypedPerson } from './typed-person.ts'

const kinds = ['identity-card', 'passport', 'hk-macao-permit', 'taiwan-permit', 'residence-permit', 'other', 'none'] as const

/** The fields of a person; numbers of a recorded one stay masked and are kept unless typed anew. */
export function PersonFieldsForm({
  typed,
  person,
  onTyped,
}: {
  typed: TypedPerson
  person?: Person
  onTyped: (typed: TypedPerson) => void
}) {
  const { t } = useTranslation('person')
  const set = (part: Partial<TypedPerson>) => onTyped({ ...typed, ...part })
  return (
    <>
      <label>
        {t('correct.name')}
        <Input value={typed.name} maxLength={80} onChange={(event) => set({ name: event.target.value })} />
      </label>
      <div className="pair">
        <div className="field">
          <span>{t('correct.sex')}</span>
          <Radio.Group
            aria-label={t('correct.sex')}
            value={typed.sex}
            options={[
              { value: 'male', label: t('male') },
              { value: 'female', label: t('female') },
              { value: '', label: t('notKnown') },
            ]}
            onChange={(event) => set({ sex: event.target.value })}
          />
        </div>
        <label>
          {t('correct.born')}
          <Input type="date" value={typed.born} onChange={(event) => set({ born: event.target.value })} />
        </label>
      </div>
      <div className="pair">
        <label>
          {t('correct.documentKind')}
          <Select
            value={typed.document_kind}
            onChange={(document_kind) => set({ document_kind })}
            options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
        </label>
        <label>
          {t('correct.document')}
          <Input
            value={typed.document}
            maxLength={30}
            autoComplete="off"
            placeholder={person?.document ? t('correct.documentKeep', { masked: person.document }) : ''}
            onChange={(event) => set({ document: event.target.value })}
          />
        </label>
      </div>
      <div className="pair">
        <label>
          {t('correct.phone')}
          <Input
            value={typed.phone}
            maxLength={20}
            autoComplete="off"
            placeholder={person?.phone ? t('correct.phoneKeep', { masked: person.phone }) : ''}
            onChange={(event) => set({ phone: event.target.value })}
          />
        </label>
        <label>
          {t('correct.relation')}
          <Input value={typed.relation} maxLength={20} onChange={(event) => set({ relation: event.target.value })} />
        </label>
      </div>
      {person && (
        <label>
          {t('correct.leftOn')}
          <Input type="date" value={typed.left_on} onChange={(event) => set({ left_on: event.target.value })} />
        </label>
      )}
    </>
  )
}
