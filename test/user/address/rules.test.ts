import { beforeAll, describe, expect, it } from 'vitest'
import { type Gazetteer, loadGazetteer } from '#src/services/gazetteer/index.ts'
import { findPlace, findProvince } from '#src/user/address/rules.ts'

let gazetteer: Gazetteer
beforeAll(async () => {
  gazetteer = await loadGazetteer()
})

const find = ([subdistrict, district, province, postcode]: readonly string[]) => {
  const place = findPlace(gazetteer, {
    subdistrict: subdistrict ?? '',
    district: district ?? '',
    province: province ?? '',
    postcode: postcode ?? '',
  })
  return place && [place.subdistrict, place.district, place.province, place.postcode].join(' ')
}

const SILOM = 'สีลม บางรัก กรุงเทพมหานคร 10500'
const LUMPHINI = 'ลุมพินี ปทุมวัน กรุงเทพมหานคร 10330'
const SI_PHUM = 'ศรีภูมิ เมืองเชียงใหม่ เชียงใหม่ 50200'

describe('an address in Thailand', () => {
  it.each([
    [['สีลม', 'บางรัก', 'กรุงเทพมหานคร', '10500'], SILOM],
    [['แขวงสีลม', 'เขตบางรัก', 'กรุงเทพมหานคร', '10500'], SILOM],
    [['แขวง สีลม', 'เขต บางรัก', 'จังหวัดกรุงเทพมหานคร', '10500'], SILOM],
    [['แขวงสีลม', 'เขตบางรัก', 'กรุงเทพฯ', '10500'], SILOM],
    [['สีลม', 'บางรัก', 'กทม.', '10500'], SILOM],
    [['สีลม', 'บางรัก', 'กทม', '10500'], SILOM],
    [['สีลม', 'บางรัก', 'กรุงเทพ', '๑๐๕๐๐'], SILOM],
    [['Silom', 'Bang Rak', 'Bangkok', '10500'], SILOM],
    [['Si Lom', 'Bangrak', 'BANGKOK', '10500'], SILOM],
    [['Khwaeng Silom', 'Khet Bang Rak', 'Krung Thep Maha Nakhon', '10500'], SILOM],
    [['Silom Subdistrict', 'Bang Rak District', 'Bangkok', '10500'], SILOM],
    [['silom sub-district', 'bangrak district', 'bangkok city', '10500'], SILOM],
    [['สีลม', 'Bang Rak', 'กรุงเทพมหานคร', '10500'], SILOM],
    [['ลุมพินี', 'ปทุมวัน', 'กรุงเทพมหานคร', '10330'], LUMPHINI],
    [['Lumphini', 'Pathum Wan', 'Bangkok', '10330'], LUMPHINI],
    [['Lumpini', 'Pathumwan', 'Bangkok', '10330'], LUMPHINI],
    [['ศรีภูมิ', 'เมืองเชียงใหม่', 'เชียงใหม่', '50200'], SI_PHUM],
    [['ต.ศรีภูมิ', 'อ.เมืองเชียงใหม่', 'จ.เชียงใหม่', '50200'], SI_PHUM],
    [['ต. ศรีภูมิ', 'อ. เมือง', 'จ. เชียงใหม่', '50200'], SI_PHUM],
    [['ตำบลศรีภูมิ', 'อำเภอเมือง', 'จังหวัดเชียงใหม่', '50200'], SI_PHUM],
    [['ตําบลศรีภูมิ', 'อําเภอเมือง', 'เชียงใหม่', '50200'], SI_PHUM],
    [['Si Phum', 'Mueang Chiang Mai', 'Chiang Mai', '50200'], SI_PHUM],
    [['Tambon Si Phum', 'Amphoe Mueang', 'Changwat Chiang Mai', '50200'], SI_PHUM],
    [['Sri Phum', 'Muang Chiangmai', 'Chiangmai Province', '50200'], SI_PHUM],
    [['Si Poom', 'Muang Chiangmai', 'Chiangmai Province', '50200'], SI_PHUM],
    [['จ.ป.ร.', 'อ.กระบุรี', 'จ.ระนอง', '85110'], 'จ.ป.ร. กระบุรี ระนอง 85110'],
    [['ต.ตลาดใหญ่', 'อ.เมือง', 'ภูเก็ต', '83000'], 'ตลาดใหญ่ เมืองภูเก็ต ภูเก็ต 83000'],
    [['สุไหงโกลก', 'สุไหงโก-ลก', 'นราธิวาส', '96120'], 'สุไหงโก-ลก สุไหงโก-ลก นราธิวาส 96120'],
    [['หอรัตนไชย', 'พระนครศรีอยุธยา', 'อยุธยา', '13000'], 'หอรัตนไชย พระนครศรีอยุธยา พระนครศรีอยุธยา 13000'],
    [
      ['Ho Rattanachai', 'Phra Nakhon Si Ayutthaya', 'Ayutthaya', '13000'],
      'หอรัตนไชย พระนครศรีอยุธยา พระนครศรีอยุธยา 13000',
    ],
    [['พระโขนง', 'คลองเตย', 'กทม.', '10110'], 'พระโขนง คลองเตย กรุงเทพมหานคร 10110'],
    [['พระโขนง', 'คลองเตย', 'กทม.', '10260'], 'พระโขนง คลองเตย กรุงเทพมหานคร 10260'],
    [['Thung Maha Mek', 'Sathorn', 'Bangkok', '10120'], 'ทุ่งมหาเมฆ สาทร กรุงเทพมหานคร 10120'],
    [['Khlong Tan Nuea', 'Vadhana', 'Bangkok', '10110'], 'คลองตันเหนือ วัฒนา กรุงเทพมหานคร 10110'],
    [['ยานนาวา', 'สาทร', 'กรุงเทพ ฯ', '10120'], 'ยานนาวา สาทร กรุงเทพมหานคร 10120'],
    [['บางลําภูล่าง', 'คลองสาน', 'กทม.', '10600'], 'บางลำภูล่าง คลองสาน กรุงเทพมหานคร 10600'],
    [['สามเสนใน', 'พญาไท', 'กรุงเทพมหานคร', '10400'], 'สามเสนใน พญาไท กรุงเทพมหานคร 10400'],
  ])('%j is kept as %j', (written, kept) => {
    expect(find(written)).toBe(kept)
  })

  it.each([
    ['a postcode of elsewhere', ['สีลม', 'บางรัก', 'กรุงเทพมหานคร', '10110']],
    ['a postcode of nowhere', ['สีลม', 'บางรัก', 'กรุงเทพมหานคร', '99999']],
    ['another district', ['สีลม', 'ปทุมวัน', 'กรุงเทพมหานคร', '10500']],
    ['another province', ['สีลม', 'บางรัก', 'เชียงใหม่', '10500']],
    ['another subdistrict', ['ลุมพินี', 'บางรัก', 'กรุงเทพมหานคร', '10500']],
    ['เมือง where it is no provincial town', ['สีลม', 'เมือง', 'กรุงเทพมหานคร', '10500']],
    ['a prefix and nothing else', ['แขวง', 'เขต', 'จังหวัด', '10500']],
    ['nothing', ['', '', '', '']],
    ['names swapped', ['บางรัก', 'สีลม', 'กรุงเทพมหานคร', '10500']],
    ['an island without a postcode', ['เกาะคราม', 'ทุ่งตะโก', 'ชุมพร', '']],
    ['part of a name', ['สี', 'บางรัก', 'กรุงเทพมหานคร', '10500']],
    ['the prototype', ['__proto__', 'constructor', 'toString', '10500']],
  ])('%s is refused', (_, written) => {
    expect(find(written)).toBeUndefined()
  })

  it('knows every place of the dataset by its own names, in Thai and in English', {
    timeout: 30_000,
  }, () => {
    let english = 0
    let all = 0
    for (const [postcode, places] of gazetteer) {
      for (const { subdistrict, district, province } of places) {
        all += 1
        expect(find([subdistrict.th, district.th, province.th, postcode])).toBe(
          [subdistrict.th, district.th, province.th, postcode].join(' '),
        )
        if (find([subdistrict.en, district.en, province.en, postcode]) !== undefined) english += 1
      }
    }
    expect(all).toBeGreaterThan(7400)
    expect(english).toBe(all)
  })
})

describe('a province of Thailand', () => {
  it('is known by every name of its own: all seventy-seven, in both languages', () => {
    const names = new Map(
      [...gazetteer.values()].flat().map(({ province }) => [province.th, province.en]),
    )
    expect(names.size).toBe(77)
    for (const [th, en] of names) {
      expect([th, findProvince(gazetteer, th), findProvince(gazetteer, en)]).toEqual([th, th, th])
    }
  })

  it('is known by what people call it, and nothing else is one', () => {
    for (const name of ['กรุงเทพฯ', 'กทม.', 'จังหวัดกรุงเทพมหานคร', 'BKK', 'Krung Thep']) {
      expect(findProvince(gazetteer, name), name).toBe('กรุงเทพมหานคร')
    }
    expect(findProvince(gazetteer, 'โคราช')).toBe('นครราชสีมา')
    for (const none of ['Atlantis', '', 'สุเทพ', 'เมืองเชียงใหม่']) {
      expect(findProvince(gazetteer, none), none).toBeUndefined()
    }
  })
})
