/** A material in three tones and a line colour: light, body, shade, deep. */
export type Ramp = readonly [string, string, string, string]

export const RAMPS = {
  white: ['#ffffff', '#f4f6f1', '#dbe2da', '#aab7ad'],
  cream: ['#fff8e6', '#f6f1e0', '#dfd7bd', '#b3a57c'],
  straw: ['#f0d9a4', '#d9b26a', '#b58440', '#8a5f26'],
  grey: ['#c3cac5', '#9ba29d', '#7b837e', '#5d655f'],
  pale: ['#eceae0', '#d6d5ca', '#b3b3a6', '#85867a'],
  black: ['#56605b', '#343d39', '#1f2723', '#121815'],
  steel: ['#f1f5f4', '#cfd8d5', '#9faca7', '#6d7a75'],
  red: ['#e8674a', '#c8371b', '#9d2611', '#6f180a'],
  clay: ['#e08a5b', '#c96b3c', '#a5522a', '#78391b'],
  brown: ['#b98249', '#8a5a2b', '#6a421d', '#482b11'],
  coffee: ['#5a4338', '#46362f', '#2f2420', '#1e1613'],
  caramel: ['#e5b56f', '#c98f45', '#9c672a', '#704818'],
  gold: ['#ffdc8a', '#f0b22e', '#c58a17', '#8f620c'],
  marigold: ['#ffd573', '#f9b51d', '#dd8f0c', '#a56705'],
  amber: ['#f6bd5c', '#e0901c', '#b86c06', '#834a02'],
  leaf: ['#6cc083', '#2f8a4c', '#1f6a38', '#124626'],
  lime: ['#c3db7a', '#93b845', '#6f9330', '#4c691d'],
  olive: ['#b0b568', '#848a45', '#646a30', '#42471d'],
  teal: ['#6ccabc', '#2f9a8a', '#1f7568', '#12524a'],
  indigo: ['#6f88c6', '#34529a', '#27417c', '#142449'],
  navy: ['#4a639c', '#27417c', '#1c3162', '#0f1d40'],
  sky: ['#bacdec', '#84a4d8', '#6283ba', '#3d5c92'],
  rose: ['#f7b9cc', '#e27b9c', '#bd5277', '#862f4e'],
  plum: ['#b182ba', '#85498f', '#612e71', '#3c1a45'],
  celadon: ['#d7e6d5', '#a9c8ad', '#7fa587', '#557a5f'],
  shrimp: ['#ffc2a0', '#f08a5d', '#cf6238', '#8f3d1d'],
} as const satisfies Record<string, Ramp>

export type RampName = keyof typeof RAMPS

/** The eight walls of the design's tokens (`--color-tint-*`). */
export const TINTS = {
  rice: '#edf0e6',
  leaf: '#d9ecdb',
  marigold: '#ffe9b3',
  chili: '#fbd9cd',
  indigo: '#dbe5f5',
  clay: '#efdccb',
  lagoon: '#d3ebea',
  rose: '#f7dbe3',
} as const

export type TintName = keyof typeof TINTS
