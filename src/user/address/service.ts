import type { Clock } from '#src/common/clock.ts'
import { newId, sha256 } from '#src/common/id.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import { isConflict } from '#src/database/portable.ts'
import {
  type EnglishNames,
  englishNames,
  type Gazetteer,
  type KeptPlace,
} from '#src/services/gazetteer/index.ts'
import {
  type AddressFields,
  addressesOf,
  deleteAddress,
  findAddress,
  insertAddress,
  readAddress,
  updateAddress,
} from './repository.ts'
import { findPlace, findProvince, type PlaceNames } from './rules.ts'
import type { Address, AddressList, ChangeAddress, NewAddress, PostalAddress } from './schema.ts'

export type AddressDeps = {
  database: Database
  clock: Clock
  /** Every place of Thailand; asked only when an address has to be checked. */
  gazetteer(): Promise<Gazetteer>
}

type NewRow = Parameters<typeof insertAddress>[1]

/** An address as a parcel's label has it: checked, names in Thai, phone in E.164. */
export type DeliveryAddress = AddressFields

/** An account's address book. */
export function createAddressService({ database, clock, gazetteer }: AddressDeps) {
  const placeOf = async (names: PlaceNames): Promise<PlaceNames> => {
    const place = findPlace(await gazetteer(), names)
    if (place === undefined) throw new Problem('address_unknown')
    return place
  }

  /** An address with its place's names in English beside those that are kept. No query. */
  async function withEnglish<Kept extends KeptPlace>(
    address: Kept,
  ): Promise<Kept & { english?: EnglishNames }> {
    const english = englishNames(await gazetteer(), address)
    return english === undefined ? address : { ...address, english }
  }

  const read = async (userId: string, id: string): Promise<Address> => {
    const row = await findAddress(database, userId, id)
    if (row === undefined) throw new Problem('not_found')
    return shown(row)
  }

  /** False when there is no room, or when it is there already. */
  async function inserted(row: NewRow, max: number): Promise<boolean> {
    try {
      return await insertAddress(database, row, max)
    } catch (error) {
      if (isConflict(error, 'addresses')) return false
      throw error
    }
  }

  return {
    /** All of an account's addresses, at most 20, the default one first. One query. */
    async list(userId: string, locale: Locale): Promise<AddressList> {
      const kept = (await addressesOf(database, userId)).map(shown)
      const items = locale === 'en' ? await Promise.all(kept.map(withEnglish)) : kept
      return { items, nextCursor: null, max: SETTINGS.limits.addressesPerUser }
    },

    withEnglish,

    /** One of an account's addresses, for an order to go to; undefined when it has none such. */
    async find(userId: string, id: string): Promise<DeliveryAddress | undefined> {
      const row = await findAddress(database, userId, id)
      return row === undefined ? undefined : label(row)
    },

    /** The same in two halves, to be asked with something else. */
    read: (userId: string, id: string) => readAddress(database, userId, id),
    from: ([row]: readonly AddressFields[]): DeliveryAddress | undefined =>
      row === undefined ? undefined : label(row),

    /** The Thai name of a province; undefined where there is no such one. No query. */
    provinceNamed: async (name: string): Promise<string | undefined> =>
      findProvince(await gazetteer(), name),

    /**
     * An address that no account keeps, as an order needs it: how a guest's is checked. No query.
     * @throws Problem `address_unknown` when subdistrict, district, province and postcode disagree
     */
    async normalise(address: PostalAddress): Promise<DeliveryAddress> {
      return { ...address, line2: address.line2 ?? null, ...(await placeOf(address)) }
    },

    /**
     * Keeps an address; an account's first is its default. The same with the same `key` is one
     * address, however often and however fast it is sent.
     * @throws Problem `address_unknown`, `limit_reached`
     */
    async create(userId: string, input: NewAddress, key: string | null = null): Promise<Address> {
      const place = await placeOf(input)
      const row = {
        ...input,
        ...place,
        line2: input.line2 ?? null,
        isDefault: input.isDefault ?? false,
        id: key === null ? newId('adr') : await idBy(key, userId, input),
        userId,
        createdAt: clock.now(),
      }
      const max = SETTINGS.limits.addressesPerUser
      if (await inserted(row, max)) return await read(userId, row.id)
      const kept = key === null ? undefined : await findAddress(database, userId, row.id)
      if (kept !== undefined) return shown(kept)
      throw new Problem('limit_reached', { detail: `An account keeps ${max} addresses.` })
    },

    /** Changes an address. @throws Problem `not_found`, `address_unknown` */
    async update(userId: string, id: string, change: ChangeAddress): Promise<Address> {
      const current = await findAddress(database, userId, id)
      if (current === undefined) throw new Problem('not_found')
      const moved = PLACE_FIELDS.some((field) => change[field] !== undefined)
      const place = moved ? await placeOf({ ...current, ...defined(change) }) : {}
      const written = { ...defined(change), ...place }
      if (!(await updateAddress(database, userId, id, written))) throw new Problem('not_found')
      return await read(userId, id)
    },

    /** Takes an address away; if it was the default, the oldest left takes its place. @throws Problem `not_found` */
    async remove(userId: string, id: string): Promise<void> {
      if (!(await deleteAddress(database, userId, id))) throw new Problem('not_found')
    },
  }
}

export type AddressService = ReturnType<typeof createAddressService>

/** An id that follows from what is sent: no row has to remember the key, and a changed form is another. */
async function idBy(key: string, userId: string, input: NewAddress): Promise<string> {
  const sent = JSON.stringify(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)))
  return `adr_${(await sha256(`${userId}:${key}:${sent}`)).slice(0, 32)}`
}

const PLACE_FIELDS = ['subdistrict', 'district', 'province', 'postcode'] as const

type Defined<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> }

const defined = <Value extends object>(value: Value) =>
  Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as Defined<Value>

const label = ({
  recipient,
  phone,
  line1,
  line2,
  subdistrict,
  district,
  province,
  postcode,
}: AddressFields): DeliveryAddress => ({
  recipient,
  phone,
  line1,
  line2,
  subdistrict,
  district,
  province,
  postcode,
})

function shown(row: AddressFields & { id: string; isDefault: boolean }): Address {
  const { line2, ...rest } = label(row)
  return { id: row.id, ...rest, ...(line2 === null ? {} : { line2 }), isDefault: row.isDefault }
}
