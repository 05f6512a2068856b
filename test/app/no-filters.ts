/** A list that nothing was chosen for. */
export const NONE = {
  sort: 'newest',
  min: '',
  max: '',
  rating: '',
  stock: false,
  brand: '',
  province: '',
  cursor: '',
} as const
