/** What a worker has not done yet at a shop: nothing, once this finds no row. */
export const LEFT_TO_DO = `SELECT 1 FROM inbox WHERE shop_id = $1 AND state = 'waiting'
  UNION ALL SELECT 1 FROM shop_question WHERE shop_id = $1
  UNION ALL SELECT 1 FROM outbox WHERE shop_id = $1 AND state IN ('waiting', 'delivering') LIMIT 1`;
