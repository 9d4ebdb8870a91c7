import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** Items that the house does not hold, one a line; without purpose, ground and keeping time they come back. */
export function FreshItems() {
  const { t } = useTranslation('demands')
  const parts = [
    ['name', t('form.freshName'), 60],
    ['purpose', t('form.freshPurpose'), 200],
    ['ground', t('form.freshGround'), 200],
    ['keep', t('form.freshKeep'), 100],
  ] as const
  return (
    <Form.List name="new_items">
      {(fields, { add, remove }) => (
        <fieldset className="demands-list">
          <legend>{t('form.fresh')}</legend>
          {fields.map(({ key, name }) => (
            <div className="demands-fresh" key={key}>
              {parts.map(([part, label, length]) => (
                <Form.Item key={part} name={[name, part]} noStyle>
                  <Input aria-label={`${label} ${name + 1}`} placeholder={label} maxLength={length} />
                </Form.Item>
              ))}
              <Button size="small" onClick={() => remove(name)}>
                {t('form.remove')}
              </Button>
            </div>
          ))}
          <div>
            <Button size="small" onClick={() => add({})}>
              {t('form.add')}
            </Button>
          </div>
        </fieldset>
      )}
    </Form.List>
  )
}
