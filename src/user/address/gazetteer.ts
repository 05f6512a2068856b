import { BANGKOK } from './romanised.ts'
import { type Gazetteer, indexPlaces, type Place } from './rules.ts'

let built: Gazetteer | undefined

/**
 * Every place of Thailand, from the dataset thai-address-universal. Half a megabyte: it is loaded
 * when the first address is checked, and indexed once an isolate.
 */
export async function loadGazetteer(): Promise<Gazetteer> {
  if (built !== undefined) return built
  const data = await import('thai-address-universal')
  await data.preload({ language: 'both' })
  const thai = await rowsIn(data, 'thai')
  const english = await rowsIn(data, 'english')
  built ??= indexPlaces(
    thai.map((row, position): Place => {
      const other = english[position]
      return {
        postcode: row.postal_code,
        subdistrict: names(row.sub_district, other?.sub_district),
        district: names(row.district, other?.district),
        province: names(row.province, other?.province),
      }
    }),
  )
  return built
}

// The dataset's language is a switch for everyone: another request may have turned it meanwhile.
async function rowsIn(data: typeof import('thai-address-universal'), language: 'thai' | 'english') {
  const english = language === 'english'
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await data.setEngMode(english)
    if (data.getEngMode() === english) return [...data.getDatabase()]
  }
  throw new Error('the address dataset did not settle on a language')
}

const names = (th: string, en: string | undefined) => ({ th, en: BANGKOK.get(th) ?? en ?? th })
