/** One per thing a shopper sets out to do: minted with the form and sent however often it is pressed. */
export const newIdempotencyKey = (): string => crypto.randomUUID()

/** A key that came back with a form; anything the API would refuse is replaced. */
export function keptIdempotencyKey(value: unknown): string {
  return typeof value === 'string' && /^[\x21-\x7e]{8,255}$/.test(value)
    ? value
    : newIdempotencyKey()
}
