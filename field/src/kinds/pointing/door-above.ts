import { createContext } from 'react'

/** The door that a form is about, for fields that choose among its members. */
export const DoorAbove = createContext<string | undefined>(undefined)
