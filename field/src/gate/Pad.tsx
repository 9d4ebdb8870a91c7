import { Delete } from 'lucide-react'

/** Twelve big keys for a number; `left` and `right` stand beside the zero. */
export function Pad({
  onKey,
  left,
  right,
  deleteLabel,
}: {
  onKey: (key: string) => void
  left?: React.ReactNode
  right?: React.ReactNode
  deleteLabel: string
}) {
  return (
    <div className="f-pad f-pad-pin" role="group">
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key) => (
        <button key={key} type="button" onClick={() => onKey(key)}>
          {key}
        </button>
      ))}
      {left ?? <span />}
      <button type="button" onClick={() => onKey('0')}>
        0
      </button>
      {right ?? (
        <button type="button" aria-label={deleteLabel} onClick={() => onKey('delete')}>
          <Delete size={26} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
