import '../packs.css'
import './help.css'
import { fieldsOf } from '@wangdi/policy/engine/library/form/fields.ts'
import { exampleCases, exampleParts } from '@wangdi/policy/help/example.ts'
import {
  aspects,
  emergencyFunctions,
  evidences,
  overControls,
  restrictions,
  roles,
  strengths,
  subjects,
  wheres,
  type Words,
} from '@wangdi/policy/vocabulary.ts'
import { facilityClasses, facilityStates } from '@wangdi/policy/facilities.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../../shell/say.ts'

/** What may stand behind a key, by the key; each with its word. */
const vocabularies: readonly (readonly [key: string, values: Readonly<Record<string, Words>>])[] = [
  ['subject', subjects],
  ['strength', strengths],
  ['aspect', aspects],
  ['who', roles],
  ['evidence', evidences],
  ['allows', restrictions],
  ['facilities', facilityClasses],
  ['states', facilityStates],
  ['finding', overControls],
  ['where', wheres],
  ['function', emergencyFunctions],
]

const steps = ['write', 'cases', 'try', 'submit', 'publish'] as const
const signs = ['colon', 'indent', 'dash', 'quote', 'hash', 'wide'] as const

/** 怎么写规则包: the way of a notice, one whole example part by part, how YAML is written, and which words may stand where. */
export default function HelpPage() {
  const { t } = useTranslation('pack-help')
  const say = useSaying()
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
        <div className="actions">
          <Link to={'/packs' as never}>{t('back')}</Link>
        </div>
      </div>
      <div className="list-stack pack-help">
        <section className="card" aria-label={t('way')}>
          <h2 className="card-head">{t('way')}</h2>
          <ol>
            {steps.map((step) => (
              <li key={step}>{t(`step.${step}`)}</li>
            ))}
          </ol>
        </section>
        <section className="card" aria-label={t('yaml')}>
          <h2 className="card-head">{t('yaml')}</h2>
          <ul>
            {signs.map((sign) => (
              <li key={sign}>{t(`sign.${sign}`)}</li>
            ))}
          </ul>
        </section>
        {exampleParts.map(({ name, title, lead, text, at }) => (
          <Part key={name} title={say(title)} lead={lead.map(say)} text={text.trim()} at={at} />
        ))}
        <Part title={t('casesTitle')} lead={[t('casesLead'), t('casesMore')]} text={exampleCases.trim()} />
        <section className="card" aria-label={t('words')}>
          <h2 className="card-head">{t('words')}</h2>
          {vocabularies.map(([key, values]) => (
            <details key={key}>
              <summary>
                <code>{key}</code> {t(`key.${key}`)}
              </summary>
              <dl className="pack-help-words">
                {Object.entries(values).map(([id, words]) => (
                  <div key={id}>
                    <dt>
                      <code>{id}</code>
                    </dt>
                    <dd>{say(words)}</dd>
                  </div>
                ))}
              </dl>
            </details>
          ))}
        </section>
      </div>
    </>
  )
}

interface PartShown {
  readonly title: string
  readonly lead: readonly string[]
  readonly text: string
  /** Where it stands in a pack; what may be written there is listed by the words of the schema. */
  readonly at?: (typeof exampleParts)[number]['at']
}

function Part({ title, lead, text, at = [] }: PartShown) {
  const { t } = useTranslation('pack-help')
  const say = useSaying()
  return (
    <section className="card" aria-label={title}>
      <h2 className="card-head">{title}</h2>
      {lead.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {/* A long line is moved sideways by the keyboard too. */}
      <pre tabIndex={0} aria-label={title}>
        {text}
      </pre>
      {at.map((keys) => (
        <details key={keys.join('.')}>
          <summary>{keys.length > 0 ? t('mayStandIn', { part: keys.join('.') }) : t('mayStand')}</summary>
          <dl className="pack-help-words wide">
            {fieldsOf(keys).map(({ key, words, means, required }) => (
              <div key={key}>
                <dt>
                  <code>{key}</code> {say(words)} {required && <small className="quiet">{t('required')}</small>}
                </dt>
                <dd>{say(means)}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  )
}
