import './demands.css'
import { dictionary, type Item, itemGroups } from '@wangdi/domain/reports/demands/dictionary.ts'
import { sensitivities } from '@wangdi/domain/reports/demands/sensitivity.ts'
import { roles } from '@wangdi/policy/vocabulary.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsSaid } from '../../lists/Counted.tsx'
import { useSaying } from '../../shell/say.ts'

const columns = ['item', 'collector', 'point', 'purpose', 'ground', 'keep', 'sensitivity'] as const

/** 数据目录: every item that the house holds, who collects it where, why, by what law and how long it is kept. */
export default function DictionaryPage() {
  const { t } = useTranslation('demands')
  const say = useSaying()
  const [text, setText] = useState('')
  const field = useId()
  const wanted = text.trim().toLowerCase()
  const found = [...dictionary].filter(([, item]) => say(item.words).toLowerCase().includes(wanted))
  return (
    <>
      <div className="title">
        <h1>{t('dictionary.title')}</h1>
        <span className="note">{t('dictionary.note', { count: dictionary.size, n: dictionary.size })}</span>
      </div>
      <div className="list-stack">
        <section className="card" aria-label={t('dictionary.title')} {...rowsSaid('dictionary', found.length)}>
          <p className="demands-lead">{t('dictionary.lead')}</p>
          <div className="list-filters">
            <label htmlFor={field}>{t('dictionary.find')}</label>
            <Input
              id={field}
              allowClear
              value={text}
              onChange={({ target }) => setText(target.value)}
              style={{ maxWidth: 240 }}
            />
          </div>
          {found.length === 0 ? (
            <Empty>{t('dictionary.none', { text })}</Empty>
          ) : (
            <div className="list-scroll">
              <table className="list-table demands-dictionary stack">
                <thead>
                  <tr>
                    {columns.map((name) => (
                      <th scope="col" key={name}>
                        {t(`dictionary.${name}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                {Object.entries(itemGroups).map(([group, words]) => (
                  <Group key={group} name={say(words)} items={found.filter(([, item]) => item.group === group)} />
                ))}
              </table>
            </div>
          )}
        </section>
      </div>
    </>
  )
}

function Group({ name, items }: { name: string; items: [string, Item][] }) {
  const { t } = useTranslation('demands')
  const say = useSaying()
  if (items.length === 0) return null
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={columns.length}>
          {name}
        </th>
      </tr>
      {items.map(([key, item]) => (
        <tr key={key}>
          <td>{say(item.words)}</td>
          <td data-label={t('dictionary.collector')}>{say(roles[item.collector])}</td>
          <td data-label={t('dictionary.point')}>{say(item.point)}</td>
          <td data-label={t('dictionary.purpose')}>{say(item.purpose)}</td>
          <td data-label={t('dictionary.ground')}>{item.ground}</td>
          <td data-label={t('dictionary.keep')}>{say(item.keep)}</td>
          <td data-label={t('dictionary.sensitivity')}>
            <span className="list-tags">
              {item.sensitivity.map((one) => (
                <Tag key={one} tone={sensitivities[one].sensitive ? 'due' : 'plain'}>
                  {say(sensitivities[one])}
                </Tag>
              ))}
            </span>
          </td>
        </tr>
      ))}
    </tbody>
  )
}
