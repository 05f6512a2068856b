/** Stands in for the driver of Postgres: the bench speaks to D1 alone. */
export default function postgres(): never {
  throw new Error('the bench has no Postgres')
}
