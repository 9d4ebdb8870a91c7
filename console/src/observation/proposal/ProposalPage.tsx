import '../observation.css'
import '../episode/episode.css'
import { proposeObservation } from '@wangdi/domain/observation/observation.api.ts'
import type { Known, PersonKind } from '@wangdi/domain/observation/observation.ts'
import { getPerson } from '@wangdi/domain/people/people.api.ts'
import { readProposal } from '@wangdi/domain/regimes/regimes.api.ts'
import type { OwnPersonFact } from '@wangdi/domain/regimes/regimes.ts'
import { isOwnName, personKinds } from '@wangdi/policy/vocabulary.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DoorLink } from '../../lists/ways/DoorLink.tsx'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { ask, call } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import type { Asked } from './asked.ts'
import { DecideForm } from './DecideForm.tsx'
import { PersonPick } from './PersonPick.tsx'
import { ProposalView } from './ProposalView.tsx'

const asked = ['holds_health_proof', 'came_point_to_point', 'home_fit', 'split_voluntary', 'split_conditions'] as const

interface Typed {
  kind: PersonKind
  day_zero: string
  known?: Partial<Record<(typeof asked)[number], 'yes' | 'no' | 'unknown'>>
  own?: Record<string, string | undefined>
}

/** What was said of what a notice asks of a person; what was left empty is not known. */
function saidOf(own: Record<string, string | undefined>, asked: readonly OwnPersonFact[]): Pick<Known, 'own'> {
  const said = asked.flatMap(({ name, type }) => {
    const typed = own[name]?.trim()
    return typed ? [{ name, value: type === 'number' ? Number(typed) : typed }] : []
  })
  return said.length > 0 ? { own: said } : {}
}

/** What a page that leads here already knows; nothing of it is anybody's name. */
interface Search {
  readonly person?: string
  readonly arrival?: string
  readonly kind?: string
  readonly day_zero?: string
}
const kindIn = (text: string | undefined) =>
  text !== undefined && (Object.hasOwn(personKinds, text) || isOwnName(text)) ? (text as PersonKind) : undefined

/** 提出观察: who, of which kind, counted from when; then what the rule of the day proposes, and a named person decides. */
export default function ProposalPage() {
  const { t } = useTranslation('observation')
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const choose = (person: string) =>
    void navigate({ to: '/observation/new', search: { ...search, person } as never, replace: true })
  return (
    <>
      <div className="title">
        <h1>{t('propose.title')}</h1>
        <span className="note">{t('propose.lead')}</span>
        <div className="actions">
          <Link to="/observation">{t('episode.back')}</Link>
        </div>
      </div>
      {search.person ? <Proposing person={search.person} search={search} /> : <PersonPick onPick={choose} />}
    </>
  )
}

function Proposing({ person, search }: { person: string; search: Search }) {
  const { arrival } = search
  const kind = kindIn(search.kind)
  const { t } = useTranslation('observation')
  const say = useSaying()
  const { access } = useSession()
  const today = dayOf(useNow())
  const [form] = Form.useForm<Typed>()
  const { data: who, error } = useQuery(ask(getPerson, { id: person }))
  // What the notices in force at the person's place bring: kinds, and what they ask of a person.
  const { data: brought } = useQuery({ ...ask(readProposal, { place: who?.community ?? '' }), enabled: who !== undefined })
  const kinds = [
    ...Object.entries(personKinds).map(([value, words]) => ({ value, label: say(words) })),
    ...(brought?.kinds ?? []).map(({ name, words }) => ({ value: name, label: say(words) })),
  ]
  const proposal = useMutation({ mutationFn: (input: Asked) => call(proposeObservation, input) })
  const must = { required: true, message: t('must') }
  const onFinish = ({ kind, day_zero, known, own = {} }: Typed) => {
    const told = asked.flatMap((name) =>
      known?.[name] === 'yes' || known?.[name] === 'no' ? [[name, known[name] === 'yes']] : [],
    )
    proposal.mutate({
      person,
      kind,
      day_zero,
      ...(arrival && { arrival }),
      known: { ...Object.fromEntries(told), ...saidOf(own, brought?.of_persons ?? []) },
    })
  }
  return (
    <div className="observation-layout even">
      <section className="card observation-part">
        {error && <ErrorLine problem={error} />}
        {!who && !error && <Skeleton rows={1} />}
        {who && (
          <h2>
            <PersonLink person={who.id} name={who.name} />{' '}
            {who.age !== null && <span className="quiet">{t('age', { count: who.age })}</span>}{' '}
            <span className="quiet">
              <DoorLink dwelling={who.dwelling} door={who.door} />
            </span>
          </h2>
        )}
        <Form
          form={form}
          layout="vertical"
          className="observation-form"
          requiredMark={false}
          onFinish={onFinish}
          initialValues={{ ...(kind && { kind }), ...(search.day_zero && { day_zero: search.day_zero }) }}
          onValuesChange={() => proposal.reset()}
        >
          <Form.Item name="kind" label={t('propose.kind')} rules={[must]}>
            <Select showSearch optionFilterProp="label" options={kinds} />
          </Form.Item>
          <Form.Item name="day_zero" label={t('propose.dayZero')} extra={t('propose.dayZeroHint')} rules={[must]}>
            <Input type="date" max={today} />
          </Form.Item>
          {asked.map((name) => (
            <Form.Item key={name} name={['known', name]} label={t(`known.${name}`)} initialValue="unknown">
              <Radio.Group
                options={[
                  { value: 'yes', label: t('yes') },
                  { value: 'no', label: t('no') },
                  { value: 'unknown', label: t('unknown') },
                ]}
              />
            </Form.Item>
          ))}
          {(brought?.of_persons ?? []).map((fact) => (
            <Form.Item
              key={fact.name}
              name={['own', fact.name]}
              label={say(fact.words)}
              extra={`${fact.source.document}·${fact.source.section}`}
            >
              {fact.type === 'choice' ? (
                <Select
                  allowClear
                  placeholder={t('unknown')}
                  options={fact.values.map(({ id, words }) => ({ value: id, label: say(words) }))}
                />
              ) : (
                <Input type={fact.type === 'day' ? 'date' : 'number'} style={{ width: 160 }} />
              )}
            </Form.Item>
          ))}
          {proposal.error ? <ErrorLine problem={proposal.error} /> : null}
          <Button type="primary" htmlType="submit" loading={proposal.isPending}>
            {t('propose.ask')}
          </Button>
        </Form>
      </section>
      {proposal.data && proposal.variables && (
        <div>
          <ProposalView proposal={proposal.data} asked={brought?.of_persons ?? []} today={today} />
          {'observation.decide' in access ? (
            <DecideForm asked={proposal.variables} proposal={proposal.data} today={today} />
          ) : (
            <p className="card observation-part quiet">{t('propose.whoDecides')}</p>
          )}
        </div>
      )}
    </div>
  )
}
