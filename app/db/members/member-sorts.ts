import { NEVER_ORDERED } from "./member-filter.ts";

export const MEMBER_SORTS = ["joined", "points", "spent", "ordered", "name"] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];

export interface MemberOrder {
  readonly by: MemberSort;
  readonly descending: boolean;
}

/** The newest first: where people are not asked for otherwise. */
export const NEWEST_FIRST: MemberOrder = { by: "joined", descending: true };

/** Where a page goes on: what the page before ended with. Key null: among those without one, who come last. */
export interface MemberPlace {
  readonly key: string | null;
  readonly memberId: string;
}

/** How a way of sorting is asked for, along an index of its own. */
export interface Ranking {
  /** `member m` of the shop `$1`, and what it is sorted by. */
  readonly from: string;
  readonly key: string;
  /** The key as the text of a place, and a place's text as a key again. */
  readonly told: string;
  readonly asked: (text: string) => string;
  /** The number beside the key in the index. */
  readonly memberId: string;
  /** Those whom `from` leaves out, for there is nothing to sort them by; null: it leaves out nobody. */
  readonly others: string | null;
}

/** As in the index of the migration: last names first, letters with marks among those without. */
const BY_NAME = `lower(translate(coalesce(m.last_name, '') || ' ' || coalesce(m.first_name, '') || ' ' || coalesce(m.email, ''),
  'äàáâãåāąçćčďđèéêëēęěğíìîïīłñńňöòóôõøōőřśšşșťțüùúûūůűýÿžźżÄÀÁÂÃÅĀĄÇĆČĎĐÈÉÊËĒĘĚĞÍÌÎÏĪŁÑŃŇÖÒÓÔÕØŌŐŘŚŠŞȘŤȚÜÙÚÛŪŮŰÝŸŽŹŻıß',
  'aaaaaaaacccddeeeeeeegiiiiilnnnoooooooorssssttuuuuuuuyyzzzaaaaaaaacccddeeeeeeegiiiiilnnnoooooooorssssttuuuuuuuyyzzzis')) COLLATE "C"`;

const OF_ALL = { from: "member m WHERE m.shop_id = $1", memberId: "m.member_id", others: null } as const;

function byNumber(column: string) {
  return { key: column, told: `${column}::text`, asked: (text: string) => `${text}::bigint` };
}

/** A place is told in milliseconds, which is what instants are kept to. */
function byInstant(column: string) {
  return {
    key: column,
    told: `(extract(epoch FROM ${column}) * 1000)::bigint::text`,
    asked: (text: string) => `(timestamptz 'epoch' + ${text}::bigint * interval '1 millisecond')`,
  };
}

/** Of all orders of a member the last one. */
const LAST_ORDERS = `shop_order o JOIN member m ON m.shop_id = o.shop_id AND m.member_id = o.member_id
  WHERE o.shop_id = $1 AND NOT EXISTS (SELECT 1 FROM shop_order later
    WHERE later.shop_id = o.shop_id AND later.member_id = o.member_id
      AND (later.placed_at, later.order_id) > (o.placed_at, o.order_id))`;

const FIGURES = `customer_figure f JOIN member m ON m.shop_id = f.shop_id AND m.member_id = f.member_id
  WHERE f.shop_id = $1`;
const UNSCORED = `NOT EXISTS (SELECT 1 FROM customer_figure f
  WHERE f.shop_id = m.shop_id AND f.member_id = m.member_id)`;

export const RANKINGS: Readonly<Record<MemberSort, Ranking>> = {
  joined: { ...OF_ALL, ...byInstant("m.enrolled_at") },
  points: { ...OF_ALL, ...byNumber("m.available") },
  name: { ...OF_ALL, key: BY_NAME, told: BY_NAME, asked: (text) => `${text}::text` },
  spent: { from: FIGURES, ...byNumber("f.spent_minor"), memberId: "f.member_id", others: UNSCORED },
  ordered: { from: LAST_ORDERS, ...byInstant("o.placed_at"), memberId: "o.member_id", others: NEVER_ORDERED },
};
