import { createContext } from 'react'

/** Set on the server only: browsers hide the attribute from scripts, so hydration must not compare it. */
export const NonceContext = createContext<string | undefined>(undefined)
