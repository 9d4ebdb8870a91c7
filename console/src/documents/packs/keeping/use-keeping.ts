import { readDraft, saveDraft } from '@wangdi/domain/documents/packs.api.ts'
import { ApiProblem } from '@wangdi/ui/call/send.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, useCommand } from '../../../shell/call.ts'
import { useSession } from '../../../shell/session.ts'
import { dropCopy, findCopy, idIn, keepCopy, type Written } from './local-copy.ts'

/** How a draft is kept: all is on the server, it was only begun, not yet, it cannot be reached, or somebody else saved in between. */
export type KeptState = 'saved' | 'begun' | 'changed' | 'unsent' | 'moved'

/** What the server has of a draft; edition 0 while it has nothing. */
export interface OnServer extends Written {
  readonly edition: number
  readonly pack: string
  readonly by?: string | undefined
  readonly at?: string | undefined
  /** Whether it can still be written on. */
  readonly open: boolean
}

/** Nothing typed for so many milliseconds: then the server gets it. */
const pause = 4000
/** After a try that did not come through, the next one. */
const again = 15_000

/** A text longer than this is kept on this machine after a rest of so many milliseconds. */
const longFrom = 200_000
const rest = 500

const isSame = (one: Written, other: Written) =>
  one.texts.body === other.texts.body && one.texts.cases === other.texts.cases && one.place === other.place

const movedCodes = ['record.moved', 'documents.not-editable', 'record.exists']

/**
 * Keeps what is written: on this machine with every sign, on the server after a pause. Who saved in between is told with both
 * texts; nothing is overwritten unasked.
 */
export function useKeeping(id: string, begun: OnServer) {
  const account = useSession().account.id
  const command = useCommand(saveDraft, ['documents.drafts'])
  const copy = useRef(findCopy(account, id)).current
  const isOlder = copy !== undefined && copy.edition < begun.edition && !isSame(copy, begun)
  const [written, setWritten] = useState<Written>(copy && begun.open ? { texts: copy.texts, place: copy.place } : begun)
  const [server, setServer] = useState(begun)
  const [theirs, setTheirs] = useState<OnServer | undefined>(isOlder ? begun : undefined)
  const [unsent, setUnsent] = useState(false)
  const now = useRef(written)
  now.current = written
  const busy = useRef(false)
  const sent = useRef<Written>(undefined)
  const changed = server.edition === 0 || !isSame(written, server)
  const waits = changed && !theirs && server.open && (server.edition > 0 || written !== begun)
  const state: KeptState = theirs ? 'moved' : !changed ? 'saved' : unsent ? 'unsent' : waits ? 'changed' : 'begun'
  const restored = copy !== undefined && begun.open && !isOlder && !isSame(copy, begun)

  const keeping = useRef<() => void>(undefined)
  const write = (next: Written) => {
    setWritten(next)
    // Two changes may come before the page is drawn anew.
    now.current = next
    const { edition } = server
    const keep = () => {
      keeping.current = undefined
      keepCopy(account, id, { ...now.current, edition })
    }
    // A long text is written down when the hand rests, or the page is left: with every sign it would hold the page.
    const isLong = next.texts.body.length + next.texts.cases.length > longFrom
    if (!isLong) return keep()
    if (!keeping.current) setTimeout(() => keeping.current?.(), rest)
    keeping.current = keep
  }
  useEffect(() => {
    const keep = () => keeping.current?.()
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [])
  const settle = (on: OnServer) => {
    keeping.current = undefined
    setServer(on)
    setTheirs(undefined)
    setUnsent(false)
    if (isSame(now.current, on)) dropCopy(account, id)
    else keepCopy(account, id, { ...now.current, edition: on.edition })
  }
  const lookWhoSaved = async () => {
    const { line, body, cases } = await call(readDraft, { id })
    const found: OnServer = {
      ...{ texts: { body, cases }, place: line.place, pack: line.pack, edition: line.edition },
      ...{ by: line.saved_by, at: line.saved_at, open: line.state === 'draft' },
    }
    // An answer that was lost: what the server has is what was sent from here.
    const isOwn = sent.current !== undefined && isSame(sent.current, found)
    // Handed in and sent back in between, its text is the one before.
    if (found.open && (isOwn || isSame(server, found))) settle(found)
    else setTheirs(found)
  }
  const send = async (what: Written, on: OnServer) => {
    if (busy.current) return
    busy.current = true
    sent.current = what
    const { body, cases } = what.texts
    const pack = idIn(body, on.pack)
    try {
      const { edition } = await command.mutateAsync({ id, place: what.place, pack, body, cases, edition: on.edition })
      settle({ ...what, pack, edition, open: true })
    } catch (problem) {
      setUnsent(true)
      if (problem instanceof ApiProblem && movedCodes.includes(problem.code)) await lookWhoSaved().catch(() => undefined)
    } finally {
      busy.current = false
    }
  }
  const save = useRef(send)
  save.current = send
  useEffect(() => {
    if (!waits) return
    const waiting = setTimeout(() => void save.current(now.current, server), unsent ? again : pause)
    return () => clearTimeout(waiting)
  }, [waits, written, server, unsent])
  // What somebody else saved while nothing was written here is simply shown.
  const adopt = useCallback((on: OnServer) => {
    setServer((before) => (on.edition > before.edition ? on : before))
    setWritten((mine) => (isSame(mine, on) ? mine : { texts: on.texts, place: on.place }))
  }, [])
  const newer = begun.edition > server.edition && !changed
  useEffect(() => {
    if (newer) adopt(begun)
  }, [newer, begun, adopt])
  return {
    written,
    write,
    state,
    /** Whether anything was typed here, or lies here from before. */
    touched: written !== begun,
    restored,
    edition: server.edition,
    theirs,
    busy: command.isPending,
    error: state === 'unsent' ? command.error : undefined,
    save: () => send(now.current, server),
    /** Mine goes over theirs. */
    takeMine: () => theirs && send(now.current, theirs),
    /** Theirs stands; mine is kept by whoever calls. */
    takeTheirs: () => {
      if (!theirs) return
      now.current = theirs
      setWritten({ texts: theirs.texts, place: theirs.place })
      settle(theirs)
    },
  }
}

export type Keeping = ReturnType<typeof useKeeping>
