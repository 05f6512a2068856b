import { beforeAll, describe, expect, it } from 'vitest'
import {
  indexPlaces,
  listsOf,
  type Places,
  searchPlaces,
  spelling,
} from '../../app/components/places.ts'
import { loadGazetteer } from '../../src/services/gazetteer/index.ts'

let places: Places
beforeAll(async () => {
  places = indexPlaces([...(await loadGazetteer()).values()].flat())
})

const found = (query: string, limit?: number) =>
  searchPlaces(places, query, limit).map(
    ({ subdistrict, district, postcode }) => `${subdistrict.th} ${district.th} ${postcode}`,
  )

describe('the search for a place', () => {
  it('finds a subdistrict by its beginning, whole names first', () => {
    const all = found('บางรัก')
    expect(all.slice(0, 2).toSorted()).toEqual(['บางรัก บางรัก 10500', 'บางรัก เมืองตรัง 92000'])
    expect(all).toContain('บางรักน้อย เมืองนนทบุรี 11000')
    expect(all).toContain('สีลม บางรัก 10500')
  })

  it.each(['Bang Rak', 'bangrak', 'BANG-RAK', 'bang rak 10500', 'แขวงบางรัก', 'ต. บางรัก'])(
    'knows %s as the same',
    (query) => {
      expect(found(query)).toContain('บางรัก บางรัก 10500')
    },
  )

  it.each([
    ['สุเทพ เชียงใหม่'],
    ['เชียงใหม่ สุเทพ'],
    ['ต.สุเทพ อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50200'],
    ['suthep, chiang mai'],
    ['tambon suthep amphoe mueang'],
    ['suthep 50200'],
  ])('puts the nearest first however it is written: %s', (query) => {
    expect(found(query)[0]).toBe('สุเทพ เมืองเชียงใหม่ 50200')
  })

  it('lists every place of a postcode that several share, to pick one', () => {
    expect(found('50200').toSorted()).toEqual([
      'พระสิงห์ เมืองเชียงใหม่ 50200',
      'ศรีภูมิ เมืองเชียงใหม่ 50200',
      'สุเทพ เมืองเชียงใหม่ 50200',
    ])
    expect(new Set(found('10500').map((place) => place.split(' ')[1]))).toEqual(
      new Set(['บางรัก', 'ปทุมวัน']),
    )
  })

  it('knows what Bangkok is called', () => {
    for (const name of ['กทม', 'กทม.', 'bkk', 'กรุงเทพ']) {
      expect(found(`สีลม ${name}`)[0], name).toBe('สีลม บางรัก 10500')
    }
  })

  it('finds names with ำ however it is composed', () => {
    expect(found('ลำปาง'.normalize('NFKC'))).toEqual(found('ลำปาง'))
    expect(found('ลำปาง').length).toBeGreaterThan(0)
  })

  it('says nothing for nothing, for one letter, and for what is nowhere', () => {
    for (const query of ['', ' ', 'บ', 'อำเภอ', 'ไม่มีที่นี่แน่', '99999', '().*[']) {
      expect(found(query), query).toEqual([])
    }
  })
})

describe('the lists of places', () => {
  const none = { province: '', district: '', subdistrict: '' }

  it('go from the provinces down to the postcodes', () => {
    expect(listsOf(places, none, 'th').provinces).toHaveLength(77)
    expect(listsOf(places, none, 'th').districts).toEqual([])
    const chosen = { province: 'เชียงใหม่', district: 'เมืองเชียงใหม่', subdistrict: 'สุเทพ' }
    const lists = listsOf(places, chosen, 'en')
    expect(lists.districts).toHaveLength(25)
    expect(lists.subdistricts).toContainEqual({ value: 'สุเทพ', label: 'Suthep' })
    expect(lists.postcodes).toEqual(['50200'])
  })

  it('have two postcodes to choose from where a subdistrict has two', () => {
    const codes = new Map<string, Set<string>>()
    for (const { province, district, subdistrict, postcode } of places.all) {
      const name = `${province.th}|${district.th}|${subdistrict.th}`
      codes.set(name, (codes.get(name) ?? new Set()).add(postcode))
    }
    const [name = ''] = [...codes].find(([, own]) => own.size > 1) ?? []
    const [province = '', district = '', subdistrict = ''] = name.split('|')
    expect(
      listsOf(places, { province, district, subdistrict }, 'th').postcodes.length,
    ).toBeGreaterThan(1)
  })

  it('take a name as people and browsers write it', () => {
    const { provinces } = listsOf(places, none, 'en')
    for (const typed of ['Bangkok', 'กรุงเทพมหานคร', 'กทม.', 'จังหวัดกรุงเทพมหานคร', 'bkk']) {
      expect(spelling(provinces, typed), typed).toBe('กรุงเทพมหานคร')
    }
    expect(spelling(provinces, 'Atlantis')).toBe('')
  })
})
