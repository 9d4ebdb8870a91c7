import { useEffect, useState } from 'react'

const fullAt = 0.9
const spareBytes = 5_000_000

/** Whether the phone gives the app hardly any more room: said before a record is lost for want of it. */
export function useShortOfSpace(): boolean {
  const [short, setShort] = useState(false)
  useEffect(() => {
    navigator.storage
      ?.estimate?.()
      .then(({ usage = 0, quota = 0 }) => setShort(quota > 0 && (usage / quota > fullAt || quota - usage < spareBytes)))
      .catch(() => {})
  }, [])
  return short
}
