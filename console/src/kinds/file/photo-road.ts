import { createContext, useContext } from 'react'

/** Of which kind the photos of a form or panel are, and in a form for which act they are put. */
export interface PhotoRoad {
  readonly kind: string
  readonly act?: string
}

export const PhotoRoadContext = createContext<PhotoRoad | undefined>(undefined)

/** The road of photos here; undefined where none is opened. */
export const usePhotoRoad = (): PhotoRoad | undefined => useContext(PhotoRoadContext)
