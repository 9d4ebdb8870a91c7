import type { Field } from '@wangdi/domain/kinds/fields.ts'
import type { ReactNode } from 'react'
import { useSaying } from '../../shell/say.ts'

/** The types whose control is several things to press or fill in: their words name a group, since a label names one thing alone. */
const groups = ['choice', 'choices', 'yes-no', 'checklist', 'rows', 'hours', 'dwelling']

/** As many values as are shown at once; more of them go into a list that opens, which is one control. */
export const shownAtOnce = 5

const isGroup = ({ type, values = {} }: Field) =>
  groups.includes(type) && !(type === 'choice' && Object.keys(values).length > shownAtOnce)

/** A control with the words of its field, tied to it for whoever hears the page. */
export function Labelled({ id, field, children }: { id: string; field: Field; children: ReactNode }) {
  const say = useSaying()
  if (!isGroup(field))
    return (
      <>
        <label htmlFor={id}>{say(field.words)}</label>
        {children}
      </>
    )
  return (
    <div role="group" aria-labelledby={`${id}-label`}>
      <label className="kinds-label" id={`${id}-label`} htmlFor={id}>
        {say(field.words)}
      </label>
      {children}
    </div>
  )
}
