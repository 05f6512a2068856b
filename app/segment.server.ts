/**
 * A part of an API address, whatever a visitor wrote into it: the client puts it in as it is, and a
 * path in it would be another address, asked with the shopper's own token. Dots are written twice
 * over, since a URL takes `%2e%2e` for `..` as well.
 */
export function segment(text: string): string {
  return /^\.{1,2}$/.test(text) ? text.replaceAll('.', '%252E') : encodeURIComponent(text)
}
