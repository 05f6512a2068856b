import { sha256 } from './id.ts'

/**
 * A request under its key. Keys belong to who sent them and where: another person's key never shows a
 * stored answer (I3). A guest is known by the token they hold.
 */
export async function keyedRequest(
  sender: { userId: string | null; token: string | null },
  route: string,
  key: string,
  body: unknown,
): Promise<{ scope: string; key: string; requestHash: string }> {
  const who = sender.userId ?? `guest:${sender.token ?? ''}`
  return {
    scope: await sha256(`${who} POST ${route}`),
    key,
    requestHash: await sha256(canonicalJson(body)),
  }
}

/** A body as one text whatever the order of its fields: what two requests are compared by. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
