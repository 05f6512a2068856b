/** A subdistrict of Thailand with what it lies in, in both languages, and one of its postcodes. */
export type Place = {
  postcode: string
  subdistrict: Names
  district: Names
  province: Names
}
export type Names = { th: string; en: string }

/** Places by postcode: a postcode has some dozens at most, so a look-up compares few names. */
export type Gazetteer = ReadonlyMap<string, readonly Place[]>
