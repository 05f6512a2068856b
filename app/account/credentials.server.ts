import * as z from 'zod'

export const SignIn = z.object({
  email: z.string().trim().pipe(z.email()),
  password: z.string().min(1),
})
export const Register = z.object({
  name: z.string().trim().min(1).max(80),
  email: z.string().trim().pipe(z.email()),
  password: z.string().min(8).max(128),
})

/** The names of the fields that do not hold what they should. */
export const wrongFields = (error: z.ZodError): string[] => [
  ...new Set(error.issues.map((issue) => String(issue.path[0] ?? ''))),
]
