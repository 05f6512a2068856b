import type { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'

type Answer = { description: string; content: object }
type Described = {
  requestBody?: { required?: boolean; content: { 'application/json': { schema: Body } } }
  responses: Record<string, Answer>
}
type Body = { $ref?: string; required?: readonly string[] }

const DOCUMENTATION = {
  openapi: '3.1.0',
  info: {
    title: 'Talat API',
    version: '1',
    description:
      'The marketplace as JSON. Money is integer satang; times are ISO 8601 UTC; errors are RFC 9457 with a stable `code`.',
  },
  servers: [{ url: '/' }],
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
  },
} as const

const WRITES = ['post', 'patch', 'put']

/** The OpenAPI document of an app, with what the middleware in front of every route may answer. */
export async function describeApi(app: Hono<never>): Promise<string> {
  const document = await generateSpecs(app as never, {
    documentation: DOCUMENTATION as never,
    // Else `/auth/jwks.json` passes for a file.
    excludeStaticFile: false,
  })
  for (const methods of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(methods as Record<string, Described>)) {
      if (!WRITES.includes(method)) continue
      const { requestBody, responses } = operation
      const schema = requestBody?.content['application/json'].schema
      // Where nothing is required, no body is as good as an empty one.
      if (requestBody !== undefined) requestBody.required = (schema?.required ?? []).length > 0
      const problem = responses['500']?.content ?? {}
      responses['413'] = { description: 'body_too_large', content: problem }
      responses['415'] = { description: 'unsupported_media_type', content: problem }
    }
  }
  return JSON.stringify(document, withoutSafeBounds)
}

// zod bounds every integer by 2^53: true, and no help to whoever reads it.
const withoutSafeBounds = (key: string, value: unknown) =>
  (key === 'minimum' && value === Number.MIN_SAFE_INTEGER) ||
  (key === 'maximum' && value === Number.MAX_SAFE_INTEGER)
    ? undefined
    : value
