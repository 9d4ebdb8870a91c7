/** How much is let through: requests a minute, and failures before guessing becomes slow. */
export interface Limits {
  /** Requests a minute of one account that is signed in, on whatever devices and from wherever. */
  readonly account: number
  /** Requests a minute without a session from one address (of IPv6 one /64). */
  readonly address: number
  /** Tries a minute to sign in: of one device that signed in before, or of one address for all others together. */
  readonly signIn: number
  /** Wrong passwords of one name from one place that cost no wait. */
  readonly tries: number
  /** Wrong passwords of one name from all places where it never signed in, together, that cost no wait. */
  readonly strangers: number
  /** Wrong passwords from one address for names that never signed in there, together, that cost no wait. */
  readonly names: number
}

/** Twenty requests a second for each account; an office behind one address mistypes thirty times an hour. */
export const defaultLimits: Limits = { account: 1200, address: 1200, signIn: 300, tries: 2, strangers: 20, names: 30 }

const named: Readonly<Record<string, keyof Limits>> = {
  account: 'account',
  address: 'address',
  'sign-in': 'signIn',
  tries: 'tries',
  strangers: 'strangers',
  names: 'names',
}

/** Reads limits as `account=1200, sign-in=300`; what is not named keeps its default. Throws RangeError on an unknown name or no count. */
export function limitsOf(text: string): Limits {
  const said = text.split(/[\s,]+/).filter((one) => one !== '')
  return Object.assign({}, defaultLimits, ...said.map(readLimit)) as Limits
}

function readLimit(one: string): Partial<Limits> {
  const [name = '', count = ''] = one.split('=')
  const key = Object.hasOwn(named, name) ? named[name] : undefined
  if (!key || !/^[1-9]\d{0,6}$/.test(count))
    throw new RangeError(`WANGDI_LIMITS: ${one} is not one of ${Object.keys(named).join(', ')} with a count`)
  return { [key]: Number(count) }
}
