import * as z from 'zod'
import { thaiPhone } from '#src/common/contact.ts'
import { fault } from '#src/common/messages/faults.ts'
import { id, line } from '#src/common/text.ts'

const fields = {
  recipient: line(100),
  phone: thaiPhone,
  line1: line(200),
  subdistrict: line(100),
  district: line(100),
  province: line(100),
  postcode: z
    .string()
    .max(20)
    .transform((text) => text.trim())
    .pipe(z.string().regex(/^[0-9๐-๙]{5}$/, fault('not_a_postcode'))),
}

/** Where a parcel goes. Names in Thai or English; that they agree is checked by the service. */
export const PostalAddress = z.strictObject({ ...fields, line2: line(200).optional() })
export type PostalAddress = z.output<typeof PostalAddress>

export const NewAddress = z.strictObject({
  ...PostalAddress.shape,
  isDefault: z.boolean().optional(),
})
export type NewAddress = z.output<typeof NewAddress>

/** What changes; null takes the second line away. */
export const ChangeAddress = z
  .strictObject({ ...fields, line2: line(200).nullable(), isDefault: z.boolean() })
  .partial()
export type ChangeAddress = z.output<typeof ChangeAddress>

export const AddressParam = z.strictObject({ id })

/** The names of a place in English spelling. */
const EnglishPlace = z.object({
  subdistrict: z.string(),
  district: z.string(),
  province: z.string(),
})

export const Address = z
  .object({
    id: z.string(),
    recipient: z.string(),
    /** E.164. */
    phone: z.string(),
    line1: z.string(),
    line2: z.string().optional(),
    /** In Thai, without prefixes, as are district and province. */
    subdistrict: z.string(),
    district: z.string(),
    province: z.string(),
    postcode: z.string(),
    /** The three names in English; in lists that are asked for in English, where the post has them. */
    english: EnglishPlace.optional(),
    isDefault: z.boolean(),
  })
  .meta({ id: 'Address' })
export type Address = z.output<typeof Address>

export const AddressList = z
  .object({
    items: z.array(Address),
    nextCursor: z.null(),
    /** How many an account may keep. */
    max: z.int(),
  })
  .meta({ id: 'AddressList' })
export type AddressList = z.output<typeof AddressList>
