import { initialOf, stallClass } from './stall.tsx'

type PersonAvatarProps = { name: string; small?: boolean }

/** A circle with the first letter; the name itself always stands beside it. */
export function PersonAvatar({ name, small = false }: PersonAvatarProps) {
  return (
    <span className={`person-avatar ${small ? 'small' : ''}`} aria-hidden="true">
      {initialOf(name)}
    </span>
  )
}

type ShopAvatarProps = { name: string; stall: number; small?: boolean }

/** A rounded square under a small awning of the shop's colour. */
export function ShopAvatar({ name, stall, small = false }: ShopAvatarProps) {
  return (
    <span className={`shop-avatar ${stallClass(stall)} ${small ? 'small' : ''}`} aria-hidden="true">
      {initialOf(name)}
    </span>
  )
}
