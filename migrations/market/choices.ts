import type { Text } from './types.ts'
import { t } from './words.ts'

/** An axis a shop may leave to the shopper: some of its neighbouring values become variants. */
export type Choice = { axis: string; name: Text; join: 'range' | 'list' }

const WEIGHT = t('น้ำหนัก', 'Weight')
const SIZE = t('ขนาด', 'Size')
const COLOUR = t('สี', 'Colour')

const range = (axis: string, name: Text): Choice => ({ axis, name, join: 'range' })
const list = (axis: string, name: Text): Choice => ({ axis, name, join: 'list' })

export const CHOICES: Readonly<Record<string, Choice>> = {
  mango: range('weight', WEIGHT),
  durian: range('weight', WEIGHT),
  coconut: range('count', t('จำนวน', 'Count')),
  rice: range('weight', WEIGHT),
  'fish-sauce': list('salt', t('สูตร', 'Recipe')),
  salt: range('weight', WEIGHT),
  'palm-sugar': range('weight', WEIGHT),
  'chilli-paste': list('heat', t('ความเผ็ด', 'Heat')),
  seafood: range('weight', WEIGHT),
  tea: range('weight', WEIGHT),
  honey: range('size', SIZE),
  cashew: range('weight', WEIGHT),
  banana: list('flavour', t('รส', 'Flavour')),
  tuile: list('flavour', t('รส', 'Flavour')),
  bowl: range('size', SIZE),
  plate: range('size', SIZE),
  mug: list('glaze', COLOUR),
  tiffin: list('colour', COLOUR),
  kettle: list('colour', COLOUR),
  mortar: range('size', SIZE),
  knife: range('size', SIZE),
  utensils: list('wood', t('เนื้อไม้', 'Wood')),
  'sticky-rice-basket': list('colour', COLOUR),
  jar: range('size', SIZE),
  lamp: range('size', SIZE),
  cushion: list('colour', COLOUR),
  broom: list('bind', COLOUR),
  candle: list('scent', t('กลิ่น', 'Scent')),
  fan: list('colour', COLOUR),
  't-shirt': list('colour', COLOUR),
  sarong: list('colour', COLOUR),
  pakaoma: list('colour', COLOUR),
  'silk-scarf': list('colour', COLOUR),
  tote: list('colour', COLOUR),
  hat: list('band', COLOUR),
  silver: range('size', SIZE),
  basket: list('band', COLOUR),
  umbrella: list('colour', COLOUR),
  notebook: list('colour', COLOUR),
  elephant: range('size', SIZE),
  soap: list('herb', t('สูตร', 'Kind')),
  shampoo: range('size', SIZE),
  oil: range('size', SIZE),
  inhaler: list('strength', t('ความแรง', 'Strength')),
  compress: range('size', SIZE),
  earbuds: list('colour', COLOUR),
  'power-bank': list('colour', COLOUR),
  keyboard: list('switches', t('สวิตช์', 'Switch')),
  houseplant: list('pot', t('กระถาง', 'Pot')),
  cactus: list('pot', t('กระถาง', 'Pot')),
  orchid: list('colour', COLOUR),
  'wooden-toy': list('colour', COLOUR),
  plush: list('colour', COLOUR),
  'pet-food': range('weight', WEIGHT),
}
