import { loadGazetteer } from '../../src/services/gazetteer/index.ts'
import { indexPlaces, type Places } from './places.ts'

let loading: Promise<Places> | undefined

/** The country's places, as the API checks addresses by them. Fetched once a page. */
export function loadPlaces(): Promise<Places> {
  loading ??= loadGazetteer()
    .then((gazetteer) => indexPlaces([...gazetteer.values()].flat()))
    .catch((error) => {
      loading = undefined
      throw error
    })
  return loading
}
