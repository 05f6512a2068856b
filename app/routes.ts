type Entry = {
  path?: string
  index?: boolean
  file: string
  children?: Entry[]
}

const page = (path: string, file: string): Entry => ({ path, file })

/**
 * The site map. Thai pages live at `/…` and English ones at `/en/…`: one tree under an optional
 * `en` segment. `boundary` shows what went wrong inside the layout, so the header always stays.
 */
export default [
  {
    path: 'en?',
    file: 'storefront/layout.tsx',
    children: [
      {
        file: 'storefront/boundary.tsx',
        children: [
          { index: true, file: 'storefront/home.tsx' },
          page('c/:slug', 'storefront/category.tsx'),
          page('s/:slug', 'storefront/shop.tsx'),
          page('p/:slug', 'storefront/product.tsx'),
          page('cart', 'storefront/cart.tsx'),

          page('sign-in', 'account/sign-in.tsx'),
          page('register', 'account/register.tsx'),
          page('sign-out', 'account/sign-out.tsx'),
          page('profile', 'account/profile.tsx'),
          page('addresses', 'account/addresses.tsx'),
          page('addresses/new', 'account/address-new.tsx'),
          page('addresses/:id', 'account/address-edit.tsx'),
          page('notifications', 'account/notifications.tsx'),
          page('account/notifications', 'account/notification-settings.tsx'),
          page('vouchers', 'account/vouchers.tsx'),
          page('watches', 'account/watches.tsx'),
          page('messages/new', 'account/message-new.tsx'),
          {
            path: 'messages',
            file: 'account/messages.tsx',
            children: [
              { index: true, file: 'account/messages-none.tsx' },
              page(':roomId', 'account/message.tsx'),
            ],
          },
          page('orders', 'account/orders.tsx'),
          page('orders/:id', 'account/order.tsx'),
          page('order-groups/:id', 'account/order-group.tsx'),
          page('order-groups/:id/open', 'account/order-open.tsx'),

          page('*', 'storefront/not-found.tsx'),
        ],
      },
    ],
  },
  {
    path: 'en?/seller',
    file: 'seller/layout.tsx',
    children: [
      { index: true, file: 'seller/home.tsx' },
      page('members', 'seller/members.tsx'),
      page('messages/settings', 'seller/chat-settings.tsx'),
      {
        path: 'messages',
        file: 'seller/messages.tsx',
        children: [
          { index: true, file: 'seller/messages-none.tsx' },
          page(':roomId', 'seller/message.tsx'),
        ],
      },
    ],
  },
  {
    path: 'en?/admin',
    file: 'admin/layout.tsx',
    children: [{ index: true, file: 'admin/home.tsx' }, page('feed', 'admin/feed.tsx')],
  },
  page('en?/messages/:roomId/pictures/:pictureId', 'account/message-picture.ts'),
  page('en?/account/line', 'account/line.ts'),
  page('en?/theme', 'storefront/theme.ts'),
  page('en?/cart/change', 'storefront/cart-change.ts'),
  page('en?/cart/vouchers', 'storefront/cart-vouchers.ts'),
  page('en?/cart/quote', 'storefront/cart-quote.ts'),
  page('en?/dev/ui', 'dev/ui.tsx'),
  {
    // Without a path of its own: forms of an index route would be sent to `/checkout?index`.
    file: 'storefront/checkout-layout.tsx',
    children: [
      page('en?/checkout', 'storefront/checkout.tsx'),
      page('en?/checkout/pay/:orderGroupId', 'storefront/pay.tsx'),
    ],
  },
] satisfies Entry[]
