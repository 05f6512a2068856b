/** Provinces that the dataset writes in one word, in the spelling of the Royal Gazette. */
export const provinceNames: ReadonlyMap<string, string> = new Map([
  ['นครราชสีมา', 'Nakhon Ratchasima'],
  ['นครสวรรค์', 'Nakhon Sawan'],
])

/**
 * Bangkok names whose English form in the dataset is garbled (สีลม stands there as "Sinm"), in the
 * spelling of the Royal Thai General System that street signs use.
 */
export const bangkokNames = (): ReadonlyMap<string, string> =>
  new Map(
    `สาทร Sathon|คลองต้นไทร Khlong Ton Sai|สมเด็จเจ้าพระยา Somdet Chao Phraya|ทรายกองดิน Sai Kong Din
  ทรายกองดินใต้ Sai Kong Din Tai|สามวาตะวันตก Sam Wa Tawan Tok|สามวาตะวันออก Sam Wa Tawan Ok
  จอมพล Chom Phon|จันทรเกษม Chan Kasem|เสนานิคม Sena Nikhom|บางค้อ Bang Kho|สนามบิน Sanam Bin
  รามอินทรา Ram Inthra|ถนนนครไชยศรี Thanon Nakhon Chai Si|วชิรพยาบาล Wachiraphayaban
  สวนจิตรลดา Suan Chitlada|สี่แยกมหานาค Si Yaek Maha Nak|คลองชักพระ Khlong Chak Phra
  ฉิมพลี Chimphli|ศาลาธรรมสพน์ Sala Thammasop|ตลาดพลู Talat Phlu|บุคคโล Bukkhalo
  วัดกัลยาณ์ Wat Kanlaya|สำเหร่ Samre|หิรัญรูจี Hiran Ruchi|บางขุนนนท์ Bang Khun Non
  บางขุนศรี Bang Khun Si|บ้านช่างหล่อ Ban Chang Lo|ศิริราช Siri Rat|อรุณอัมรินทร์ Arun Amarin
  วัดท่าพระ Wat Tha Phra|วัดอรุณ Wat Arun|คลองจั่น Khlong Chan|บางโคล่ Bang Khlo
  วัดพระยาไกร Wat Phraya Krai|วงศ์สว่าง Wong Sawang|บางนาเหนือ Bang Na Nuea|บางนาใต้ Bang Na Tai
  คลองบางพราน Khlong Bang Phran|บางบำหรุ Bang Bamru|มหาพฤฒาราม Maha Phruettharam|สีลม Si Lom
  สี่พระยา Si Phraya|สุริยวงศ์ Suriyawong|อนุสาวรีย์ Anusawari|บางแคเหนือ Bang Khae Nuea
  คลองกุ่ม Khlong Kum|นวมินทร์ Nawamin|นวลจันทร์ Nuan Chan|ลุมพินี Lumphini
  คลองมหานาค Khlong Maha Nak|บ้านบาตร Ban Bat|ป้อมปราบ Pom Prap|วัดเทพศิรินทร์ Wat Thep Sirin
  วัดโสมนัส Wat Sommanat|สามเสนใน Sam Sen Nai|สามเสนนอก Sam Sen Nok|ชนะสงคราม Chana Songkhram
  ตลาดยอด Talat Yot|บวรนิเวศ Bowon Niwet|บางขุนพรหม Bang Khun Phrom
  พระบรมมหาราชวัง Phra Borom Maha Ratchawang|วังบูรพาภิรมย์ Wang Burapha Phirom
  วัดราชบพิธ Wat Ratchabophit|วัดสามพระยา Wat Sam Phraya|ศาลเจ้าพ่อเสือ San Chao Pho Suea
  เสาชิงช้า Sao Chingcha|บางหว้า Bang Wa|บางแวก Bang Waek
  ปากคลองภาษีเจริญ Pak Khlong Phasi Charoen|แสนแสบ Saen Saep|ช่องนนทรี Chong Nonsi
  ถนนพญาไท Thanon Phaya Thai|ถนนเพชรบุรี Thanon Phetchaburi|ทุ่งพญาไท Thung Phaya Thai
  มักกะสัน Makkasan|บางปะกอก Bang Pakok|คลองสองต้นนุ่น Khlong Song Ton Nun
  คลองสามประเวศ Khlong Sam Prawet|ลำปลาทิว Lam Pla Thio|จรเข้บัว Chorakhe Bua
  คลองเจ้าคุณสิงห์ Khlong Chao Khun Sing|พลับพลา Phlabphla|คลองตันเหนือ Khlong Tan Nuea
  คลองเตยเหนือ Khlong Toei Nuea|พระโขนงเหนือ Phra Khanong Nuea|อ่อนนุช On Nut
  พัฒนาการ Phatthanakan|จักรวรรดิ์ Chakkrawat|ตลาดน้อย Talat Noi|ทุ่งมหาเมฆ Thung Maha Mek
  คลองถนน Khlong Thanon|คลองสิบ Khlong Sip|คลองสิบสอง Khlong Sip Song|คู้ฝั่งเหนือ Khu Fang Nuea
  ลำต้อยติ่ง Lam Toi Ting|ลำผักชี Lam Phak Chi|หนองค้างพลู Nong Khang Phlu
  ตลาดบางเขน Talat Bang Khen|ทุ่งสองห้อง Thung Song Hong`
      .split(/\||\n/)
      .map((entry) => entry.trim())
      .map((entry): [string, string] => {
        const cut = entry.indexOf(' ')
        return [entry.slice(0, cut), entry.slice(cut + 1)]
      }),
  )
