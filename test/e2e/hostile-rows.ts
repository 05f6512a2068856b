import { allFrom, HOSTILE } from './hostile.ts'
import { openRows } from './market-rows.ts'

/**
 * Writes hostile text straight into the market where no route of the API does: what sellers, the
 * operator and reviewers write. Answers the products and how to put everything back.
 */
export function plantHostileRows(state: string): {
  slugs: string[]
  shop: string
  restore(): void
} {
  const db = openRows(state)
  const undo: (() => void)[] = []

  function write(table: string, id: string, values: Record<string, string>): void {
    const columns = Object.keys(values)
    const old = db.prepare(`select ${columns.join()} from ${table} where id = ?`).get(id) ?? {}
    const sql = `update ${table} set ${columns.map((name) => `${name} = ?`).join()} where id = ?`
    const set = (row: Record<string, unknown>) =>
      db.prepare(sql).run(...columns.map((name) => row[name] as string), id)
    set(values)
    undo.push(() => set(old))
  }

  const rows = <Row>(sql: string, ...values: (string | number)[]) =>
    db.prepare(sql).all(...values) as Row[]
  const [shop] = rows<{ id: string; slug: string }>(
    `select s.id, s.slug from shops s join products p on p.shop_id = s.id
     where p.status = 'published' and p.in_stock = 1 group by s.id order by count(*) desc`,
  )
  if (shop === undefined) throw new Error('an empty market')
  const products = rows<{ id: string; slug: string; category_id: string; brand_id: string | null }>(
    `select id, slug, category_id, brand_id from products where status = 'published'
     order by shop_id = ? desc, in_stock desc, id limit ?`,
    shop.id,
    HOSTILE.length,
  )
  products.forEach(({ id, category_id, brand_id }, n) => {
    const one = HOSTILE[n] ?? ''
    write('products', id, {
      title_th: one,
      title_en: one,
      description_th: allFrom(n),
      description_en: allFrom(n),
    })
    const both = { th: one, en: one }
    for (const variant of rows<{ id: string }>(
      'select id from variants where product_id = ?',
      id,
    )) {
      write('variants', variant.id, {
        // Different values, or the page would show no choice.
        options: JSON.stringify([
          { name: both, value: { th: `${one} ${variant.id}`, en: `${one} ${variant.id}` } },
        ]),
      })
    }
    for (const review of rows<{ id: string }>('select id from reviews where product_id = ?', id)) {
      write('reviews', review.id, { author_name: one, body: allFrom(n) })
    }
    if (n < 4) write('categories', category_id, { name_th: one, name_en: one })
    if (brand_id !== null) write('brands', brand_id, { name_th: one, name_en: one })
  })
  write('shops', shop.id, {
    name_th: HOSTILE[1] ?? '',
    name_en: HOSTILE[2] ?? '',
    description_th: allFrom(3),
    description_en: allFrom(4),
    province_th: HOSTILE[5] ?? '',
    province_en: HOSTILE[6] ?? '',
  })
  const options = rows<{ id: string }>('select id from shipping_options where shop_id = ?', shop.id)
  options.forEach(({ id }, n) => {
    write('shipping_options', id, { name_th: HOSTILE[n] ?? '', name_en: HOSTILE[n] ?? '' })
  })
  return {
    slugs: products.map(({ slug }) => slug),
    shop: shop.slug,
    restore() {
      for (const step of undo.reverse()) step()
      db.close()
    },
  }
}
