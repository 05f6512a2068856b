/** Characters that end a script element, begin markup, or end a line of old scripts. */
const UNSAFE = /[<>&\u2028\u2029]/g

/**
 * JSON that may stand inside a script element whatever text it holds: no `</script>`, no `<!--`. The
 * value reads back the same.
 */
export function jsonInMarkup(value: unknown): string {
  return JSON.stringify(value).replace(
    UNSAFE,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
