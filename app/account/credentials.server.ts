import { data } from '@remix-run/cloudflare'
import * as z from 'zod'
import { fieldErrors, type Problem } from '../problem.server.ts'

export const SignIn = z.object({
  email: z.string().trim().pipe(z.email()),
  password: z.string().min(1),
})
export const Register = z.object({
  name: z.string().trim().min(1).max(80),
  email: z.string().trim().pipe(z.email()),
  password: z.string().min(8).max(128),
})

type Typed = { name?: string; email: string }

/** What the form sees wrong before anybody is asked. */
export function refusedHere(typed: Typed, error: z.ZodError) {
  const wrong = [...new Set(error.issues.map((issue) => String(issue.path[0] ?? '')))]
  return data(
    { ...typed, wrong, weak: false, problem: 'validation_failed', minutes: 0 },
    { status: 400 },
  )
}

/** What the API refuses: the marked fields, why, and in how many minutes a next try makes sense. */
export function refusedThere(typed: Typed, problem: Problem) {
  const wrong = Object.keys(fieldErrors(problem))
  const minutes = Math.ceil((problem.retryAfterSeconds ?? 0) / 60)
  return data(
    // Its length was seen to be right, so a password that is refused there is one of the easy ones.
    { ...typed, wrong, weak: wrong.includes('password'), problem: problem.code, minutes },
    { status: problem.status },
  )
}
