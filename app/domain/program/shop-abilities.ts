/** What a form may ask for, and not every shop system has. */
export type NeededAbility = "storeCredit" | "giftCards" | "variants" | "tags";

/** What a shop system calls a group of goods: Shopify's collection, elsewhere a category. */
export type GoodsGroup = "collection" | "category";

/** What a shop system can do of what a program may ask for. Pages offer nothing else. */
export interface ShopAbilities {
  /** Rewards that are kept in the shop as money. */
  readonly storeCredit: boolean;
  readonly giftCards: boolean;
  /** A single variant of a product as the free one. */
  readonly variants: boolean;
  /** Goods and customers carry tags, and goods a kind. */
  readonly tags: boolean;
  readonly goodsGroup: GoodsGroup;
  /** A code can be bound to one customer. */
  readonly boundCodes: boolean;
  /** A discount says which kinds of other discounts it may stand beside. */
  readonly combinesDiscounts: boolean;
  /** The level at the shop: tags of a customer, or the one group a customer is in. */
  readonly tierMark: "tag" | "group";
  /** The admin tells people apart, by a number. */
  readonly numbersStaff: boolean;
  /** The shop itself says which of its customers looks at a page; elsewhere whoever owns a mailbox proves it. */
  readonly knowsShoppers: boolean;
  /** Older orders are shown to the app only after the merchant has been asked. */
  readonly asksForOlderOrders: boolean;
  /** The widget is placed and switched on in an editor of themes. */
  readonly themeEditor: boolean;
  /** What the shop itself can do depends on the merchant's plan, and it says what that one lacks. */
  readonly plansDiffer: boolean;
  /** Statuses of orders whose meaning only the merchant knows. */
  readonly ownStatuses: { readonly payment: readonly string[]; readonly fulfillment: readonly string[] };
  /** Tills of the shop run the app's own surface. */
  readonly tills: boolean;
}
