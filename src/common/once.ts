/** Makes a thing when it is first asked for, and tells whether it was. */
export function once<Made>(make: () => Made): (() => Made) & { made(): boolean } {
  let made: { value: Made } | undefined
  const get = () => {
    made ??= { value: make() }
    return made.value
  }
  return Object.assign(get, { made: () => made !== undefined })
}
