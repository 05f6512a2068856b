/** The pages that the orders' link in the frame stands for, and those of the account's. */
export const ORDER_PLACES = ['/orders', '/order-groups']
export const ACCOUNT_PLACES = [
  '/profile',
  '/addresses',
  '/watches',
  '/account',
  '/sign-in',
  '/register',
  '/sign-out',
]
