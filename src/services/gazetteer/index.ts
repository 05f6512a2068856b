/** Which places there are, as the post knows them. */
export { type EnglishNames, englishNames, type KeptPlace } from './english.ts'
export type { Gazetteer, Names, Place } from './place.ts'
export { loadGazetteer } from './thai-address.ts'
