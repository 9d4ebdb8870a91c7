import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'

/** An act that cannot be taken back, in words: what it is, what follows from it, and the word of the button that does it. */
interface LastingAct {
  readonly title: string
  readonly follows: ReactNode
  readonly yes: string
  /** Something is gone afterwards: the button says so in red. */
  readonly danger?: boolean
  readonly act: () => void
}

/** The one way in which the console asks before what cannot be taken back: `ask` opens the question, `question` is shown by the page. */
export function useAskFirst(): { ask: (act: LastingAct) => void; question: ReactNode } {
  const [asked, setAsked] = useState<LastingAct>()
  const [open, setOpen] = useState(false)
  const ask = (act: LastingAct) => {
    setAsked(act)
    setOpen(true)
  }
  const yes = () => {
    setOpen(false)
    asked?.act()
  }
  const question = asked && (
    <Modal
      open={open}
      width={420}
      title={asked.title}
      okText={asked.yes}
      okButtonProps={{ danger: asked.danger ?? false }}
      onOk={yes}
      onCancel={() => setOpen(false)}
    >
      {asked.follows}
    </Modal>
  )
  return { ask, question }
}
