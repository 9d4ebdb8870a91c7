import { useEffect, useState } from 'react'
import { usePhone } from '../../shell/phone.ts'

/** A photo that lies on this phone, opened while it is looked at; nothing where it was sent already. */
export function KeptPhoto({ id, alt }: { id: string; alt: string }) {
  const { photos } = usePhone().engine
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let made: string | undefined
    let isHere = true
    photos.find(id).then(
      (photo) => {
        if (!photo || !isHere) return
        made = URL.createObjectURL(photo)
        setAddress(made)
      },
      () => {}, // what cannot be opened is not shown
    )
    return () => {
      isHere = false
      if (made) URL.revokeObjectURL(made)
    }
  }, [photos, id])
  return address ? <img src={address} alt={alt} /> : <span className="f-photo-gone">{alt}</span>
}
