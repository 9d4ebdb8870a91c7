/** Why something was refused, as the platform maps it to HTTP: the words stay the same on every road. */
export type ProblemKind =
  | 'invalid'
  | 'signed-out'
  | 'refused'
  | 'missing'
  | 'conflict'
  | 'closed'
  | 'too-large'
  | 'busy'
  | 'away'
  | 'broken'

/** Chinese as people say it, English beside it; {name} is filled from the facts of the case. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** What a problem carries: bounded plain values, never the text of a person's record. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** A refusal with a stable code and words for the person who reads it (RFC 9457 on the wire). */
export class Problem extends Error {
  readonly code: string
  readonly kind: ProblemKind
  readonly words: Words
  readonly facts: Facts
  constructor(code: string, kind: ProblemKind, words: Words, facts: Facts) {
    super(code)
    this.code = code
    this.kind = kind
    this.words = words
    this.facts = facts
  }
}

const fill = (text: string, facts: Facts) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

/** Declares a problem of the vocabulary; the answer makes it with the facts of one case. */
export const problem =
  <F extends Facts = Record<string, never>>(code: string, kind: ProblemKind, words: Words) =>
  (facts: F): Problem =>
    new Problem(code, kind, { zh: fill(words.zh, facts), en: fill(words.en, facts) }, facts)

/** Throws the problem when there is one: `refuse(whyNotRelease(…))`. */
export function refuse(why: Problem | undefined): void {
  if (why) throw why
}

const movedBy = problem<{ by: string; at: string; version: number }>('record.moved', 'conflict', {
  zh: '{by} {at} 改过这一条，两份都在，选一份',
  en: '{by} changed this at {at}; both versions are kept, choose one.',
})
const movedBySomebody = problem<{ by: string; at: string; version: number }>('record.moved', 'conflict', {
  zh: '刚才有人改过这一条，两份都在，选一份',
  en: 'Somebody changed this meanwhile; both versions are kept, choose one.',
})

/** Problems that any endpoint may answer. */
export const problems = {
  invalid: problem<{ field: string; why: string }>('request.invalid', 'invalid', {
    zh: '“{field}”填得不对，改一下再交：{why}',
    en: '"{field}" is not as expected: {why}',
  }),
  signedOut: problem('session.signed-out', 'signed-out', {
    zh: '登录过期了，再登录一次，刚才填的还在',
    en: 'Signed out; sign in again. What was typed is kept.',
  }),
  /** `zh` and `en` name the roles that may: `refusedTo` of who-may.ts fills them. */
  refused: problem<{ verb: string; zh: string; en: string }>('access.refused', 'refused', {
    zh: '这件事您的岗位办不了，能办的是：{zh}',
    en: 'Your role cannot do this; these can: {en}',
  }),
  notFound: problem('access.not-found', 'missing', { zh: '没找到，或者不在管辖范围内', en: 'Not found, or outside your area.' }),
  closed: problem<{ function: string }>('regimes.closed', 'closed', {
    zh: '没有开放：现在没有生效的应急命令',
    en: 'Closed: no emergency response is in force.',
  }),
  /** `by` may be empty where nobody is known to have changed it. */
  moved: (facts: { by: string; at: string; version: number }) => (facts.by === '' ? movedBySomebody : movedBy)(facts),
  commandReused: problem('command.reused', 'conflict', {
    zh: '这个编号用过了，内容不一样',
    en: 'This command id was used for something else.',
  }),
  exists: problem('record.exists', 'conflict', {
    zh: '这一条已经有了，刷新看看',
    en: 'This is on record already; look again.',
  }),
  tooLarge: problem<{ limit: string }>('request.too-large', 'too-large', {
    zh: '太大了，最多 {limit}',
    en: 'Too large; the limit is {limit}.',
  }),
  tooMany: problem<{ seconds: number }>('request.too-many', 'busy', {
    zh: '点得太快了，{seconds} 秒后再试',
    en: 'Too many requests; try again in {seconds} s.',
  }),
  away: problem<{ seconds: number }>('server.busy', 'away', {
    zh: '服务器正在恢复，刚才的没有存上。过 {seconds} 秒再点一次，点几次都只算一次',
    en: 'The server is coming back; nothing was written. Try again in {seconds} s: however often you press, it counts once.',
  }),
  unsure: problem<{ seconds: number }>('server.unsure', 'away', {
    zh: '正要存的时候断了，不知道存上没有。过 {seconds} 秒再点一次，点几次都只算一次',
    en: 'The connection broke while saving, so it may or may not be kept. Try again in {seconds} s: it counts once either way.',
  }),
  diskFull: problem<{ seconds: number }>('server.disk-full', 'away', {
    zh: '服务器的盘满了，刚才的没有存上，也没有存下一半。告诉管理员腾出地方，再点一次',
    en: 'The disk of the server is full; nothing was kept, not even half. Tell the administrator, then try again.',
  }),
  broken: problem<{ reference: string }>('server.broken', 'broken', {
    zh: '没办成，没有存下一半的东西。再点一次；还不行，把编号 {reference} 告诉管理员',
    en: 'It did not work and nothing was half-written. Try again, or give {reference} to the administrator.',
  }),
}
