import * as z from 'zod'
import { email } from '#src/common/contact.ts'
import { personName, User } from '../profile/schema.ts'

/** What a password field takes; whether it is a good one is the service's business. */
const password = z.string().min(1).max(512)

export const Register = z.strictObject({ email, password, name: personName })
export type Register = z.output<typeof Register>

export const Login = z.strictObject({ email, password })
export type Login = z.output<typeof Login>

/** Native clients send their token; browsers send the cookie and no body. */
export const HeldToken = z.strictObject({ refreshToken: z.string().min(1).max(200).optional() })
export type HeldToken = z.output<typeof HeldToken>

const tokens = {
  accessToken: z.string(),
  /** Seconds. */
  expiresIn: z.int(),
  /** For native clients only; a browser keeps it in a cookie that scripts cannot read. */
  refreshToken: z.string().optional(),
}

export const SignedIn = z.object({ user: User, ...tokens }).meta({ id: 'SignedIn' })
export type SignedIn = z.output<typeof SignedIn>

export const Refreshed = z.object(tokens).meta({ id: 'Refreshed' })
export type Refreshed = z.output<typeof Refreshed>

export const PublicKeys = z
  .object({ keys: z.array(z.record(z.string(), z.unknown())) })
  .meta({ id: 'PublicKeys' })
