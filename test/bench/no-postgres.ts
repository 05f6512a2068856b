/** Stands in for the driver of Postgres: the bench speaks to D1 alone. */
// biome-ignore lint/style/noDefaultExport: as the driver exports it
export default function postgres(): never {
  throw new Error('the bench has no Postgres')
}
