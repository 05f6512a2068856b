import type { Gazetteer, Place } from './place.ts'
import { bangkokNames, provinceNames } from './romanised.ts'

type Dataset = typeof import('thai-address-universal')

let built: Gazetteer | undefined

/**
 * Every place of Thailand that has a postcode, from the dataset thai-address-universal. Half a
 * megabyte: it is loaded when the first address is checked, and indexed once an isolate.
 */
export async function loadGazetteer(): Promise<Gazetteer> {
  if (built !== undefined) return built
  const data = await import('thai-address-universal')
  await data.preload({ language: 'both' })
  const thai = await rowsIn(data, 'thai')
  const english = await rowsIn(data, 'english')
  const mended = new Map([...bangkokNames(), ...provinceNames])
  const names = (th: string, en: string | undefined) => ({ th, en: mended.get(th) ?? en ?? th })
  const index = new Map<string, Place[]>()
  for (const [position, row] of thai.entries()) {
    const other = english[position]
    // Uninhabited islands: no post goes there.
    if (row.postal_code === '') continue
    const sharing = index.get(row.postal_code) ?? []
    sharing.push({
      postcode: row.postal_code,
      subdistrict: names(row.sub_district, other?.sub_district),
      district: names(row.district, other?.district),
      province: names(row.province, other?.province),
    })
    index.set(row.postal_code, sharing)
  }
  built ??= index
  return built
}

// The dataset's language is a switch for everyone: another request may have turned it meanwhile.
async function rowsIn(data: Dataset, language: 'thai' | 'english') {
  const english = language === 'english'
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await data.setEngMode(english)
    if (data.getEngMode() === english) return [...data.getDatabase()]
  }
  throw new Error('the address dataset did not settle on a language')
}
