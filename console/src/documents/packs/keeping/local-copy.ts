/** The two texts of a pack. */
export interface Texts {
  readonly body: string
  readonly cases: string
}

/** A draft as somebody has it before them. */
export interface Written {
  readonly texts: Texts
  readonly place: string
}

/** What of a draft lies on this machine because the server does not have it yet, and on which edition it was written. */
export interface LocalCopy extends Written {
  readonly edition: number
}

const prefix = (account: string) => `wangdi.pack-draft.${account}.`

// A browser that stores nothing loses nothing that the server has; the page asks before it is left.
function store<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(localStorage)
  } catch {
    return undefined
  }
}

function parsed(text: string | null): LocalCopy | undefined {
  const read = text === null ? undefined : (JSON.parse(text) as Partial<LocalCopy>)
  const known = typeof read?.texts?.body === 'string' && typeof read.texts.cases === 'string'
  return known && typeof read.place === 'string' && typeof read.edition === 'number' ? (read as LocalCopy) : undefined
}

/** What this account wrote on a draft here and could not send. */
export const findCopy = (account: string, draft: string): LocalCopy | undefined =>
  store((storage) => parsed(storage.getItem(prefix(account) + draft)))

/** Keeps what was written until the server has it. */
export const keepCopy = (account: string, draft: string, copy: LocalCopy): void =>
  store((storage) => storage.setItem(prefix(account) + draft, JSON.stringify(copy)))

/** The server has it. */
export const dropCopy = (account: string, draft: string): void => store((storage) => storage.removeItem(prefix(account) + draft))

/** The drafts of which this account left something here that the server does not have. */
export const listCopies = (account: string): { draft: string; copy: LocalCopy }[] =>
  store((storage) =>
    Object.keys(storage).flatMap((key) => {
      const copy = key.startsWith(prefix(account)) ? parsed(storage.getItem(key)) : undefined
      return copy ? [{ draft: key.slice(prefix(account).length), copy }] : []
    }),
  ) ?? []

/** The name under which a pack says it goes; what it had before while nothing readable is written. */
export const idIn = (body: string, before: string): string => /^id:\s*([a-z0-9][a-z0-9.-]{1,60})\s*$/m.exec(body)?.[1] ?? before
