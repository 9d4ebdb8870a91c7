import { type PersonKind, personKinds, type Restriction, restrictions, type Words } from '../../vocabulary.ts'

export type Scope = 'person' | 'unit' | 'building' | 'community'

/** A restriction in force, as it is compared with the plan. */
export interface Control {
  kind: Restriction
  /** Whom an observation is about. */
  person?: PersonKind
  /** Which certificate is asked for. */
  certificate?: string
  scope: Scope
  /** How long it lasts; of an observation, days of isolation without monitoring. */
  days?: number
  /** Whether an order stands behind it. */
  order: boolean
}

/** From the smallest to the widest. */
export const scopes = ['person', 'unit', 'building', 'community'] as const satisfies readonly Scope[]

const ownScope: Readonly<Record<Restriction, Scope>> = {
  'community-closure': 'community',
  'building-closure': 'building',
  'person-stay': 'person',
  'go-out-ban': 'community',
  'newcomer-refusal': 'community',
  checkpoint: 'community',
  'facility-closure': 'community',
  'gathering-ban': 'community',
  observation: 'person',
  certificate: 'person',
  form: 'community',
}

/** The scope which the kind of control says by itself. */
export const scopeOf = (kind: Restriction): Scope => ownScope[kind]

const has = <T extends object>(table: T, name: string): name is keyof T & string => Object.hasOwn(table, name)
const unreadable = (text: string): { problem: Words } => ({
  problem: { zh: `看不懂这条管控：${text}`, en: `not a control: ${text}` },
})

function readKind(text: string): Pick<Control, 'kind' | 'person' | 'certificate'> | undefined {
  if (text.startsWith('observation-')) {
    const person = text.slice('observation-'.length)
    return has(personKinds, person) ? { kind: 'observation', person } : undefined
  }
  if (text.startsWith('certificate-') && text.length > 'certificate-'.length) {
    return { kind: 'certificate', certificate: text.slice('certificate-'.length) }
  }
  return has(restrictions, text) && text !== 'observation' && text !== 'certificate' ? { kind: text } : undefined
}

/** A control from text, `KIND[,scope=…][,days=N][,order=yes|no]`, for example `observation-close-contact,days=14`. */
export function readControl(text: string): Control | { problem: Words } {
  const [first = '', ...options] = text.split(',').map((part) => part.trim())
  const kind = readKind(first)
  if (!kind) return unreadable(text)
  let control: Control = { ...kind, scope: scopeOf(kind.kind), order: false }
  for (const option of options) {
    const [name, value = ''] = option.split('=')
    const scope = scopes.find((each) => each === value)
    if (name === 'scope' && scope) control = { ...control, scope }
    else if (name === 'days' && /^\d{1,4}$/.test(value)) control = { ...control, days: Number(value) }
    else if (name === 'order' && (value === 'yes' || value === 'no')) control = { ...control, order: value === 'yes' }
    else return unreadable(text)
  }
  return control
}
