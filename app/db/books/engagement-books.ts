import { z } from "zod";
import type { Books, ProgramVersion } from "#app/domain/books/books.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import { engagementOf } from "#app/domain/engagement/open-engagement.ts";
import type { Program } from "#app/domain/program/program.ts";
import { assert } from "#app/domain/assert.ts";
import type { Statements } from "../database.ts";
import { jsonRows } from "../json-rows.ts";
import { readRows } from "../read-rows.ts";
import { entryRows, membershipRows, optInRows } from "./engagement-rows.ts";
import { grantRows } from "./grant-rows.ts";
import { friendRows, standingRows } from "./referral-rows.ts";
import { keyOf, memberOf } from "./kept-keys.ts";
import { type JsonRow, KeptRows } from "./kept-row.ts";

/** Where rows of a member stand that challenges, memberships and referral count by: they go with an erasure. */
export const ENGAGEMENT_TABLES = [
  "challenge_entry",
  "challenge_opt_in",
  "membership_entry",
  "gift_grant",
  "referral_friend",
  "referral_standing",
] as const;

/** What books know of challenges, memberships and referral, as columns of one row. */
export const engagementColumns = {
  entries: z.array(entryRows.row),
  optIns: z.array(optInRows.row),
  memberships: z.array(membershipRows.row),
  grants: z.array(grantRows.row),
  friends: z.array(friendRows.row),
  standings: z.array(standingRows.row),
};

const engagementRow = z.object(engagementColumns);

export type EngagementAsColumns = z.output<typeof engagementRow>;

export const ENGAGEMENT_SELECTS: Readonly<Record<keyof EngagementAsColumns, string>> = {
  entries: entryRows.select,
  optIns: optInRows.select,
  memberships: membershipRows.select,
  grants: grantRows.select,
  friends: friendRows.select,
  standings: standingRows.select,
};

const SELECT_ENGAGEMENT = `SELECT ${Object.entries(ENGAGEMENT_SELECTS)
  .map(([name, select]) => `${jsonRows(select, ["$1::int", "$2::bigint[]"])} AS "${name}"`)
  .join(",\n")}`;

const NOTHING_KEPT: EngagementAsColumns = {
  entries: [],
  optIns: [],
  memberships: [],
  grants: [],
  friends: [],
  standings: [],
};

/** In one statement, and in none where no version of the shop's program has ever had anything of it. */
export async function loadEngagement(
  tx: Statements,
  values: readonly [number, readonly MemberId[]],
  versions: Iterable<ProgramVersion>,
): Promise<EngagementAsColumns> {
  if (![...versions].some(({ program }) => hasEngagement(program))) return NOTHING_KEPT;
  const [row] = await readRows(tx, engagementRow, SELECT_ENGAGEMENT, values);
  assert(row !== undefined, "a SELECT without a table has one row");
  return row;
}

function hasEngagement({ challenges, memberships, referral }: Program): boolean {
  return challenges.length + memberships.length > 0 || referral !== null;
}

/** Rows as they were when loaded, by table. */
export type KeptEngagement = Readonly<Record<keyof EngagementAsColumns, KeptRows>>;

export function emptyEngagementRows(): KeptEngagement {
  return {
    entries: new KeptRows(),
    optIns: new KeptRows(),
    memberships: new KeptRows(),
    grants: new KeptRows(),
    friends: new KeptRows(),
    standings: new KeptRows(),
  };
}

/** `loaded`: remembers the rows; null for books that nobody will record. */
export function putEngagement(books: Books, rows: EngagementAsColumns, loaded: KeptEngagement | null): void {
  for (const row of rows.entries) {
    const entry = entryRows.read(row);
    const member = memberOf(books, row.member_id);
    engagementOf(member).entries.set(entry.source, entry);
    loaded?.entries.remember(keyOf(member, entry.source), entryRows.write(member.id, entry, row.place));
  }
  for (const { member_id, challenge_id: id, since } of rows.optIns) {
    const member = memberOf(books, member_id);
    engagementOf(member).optIns.set(id, since);
    loaded?.optIns.remember(keyOf(member, id), optInRows.write(member.id, id, since));
  }
  for (const row of rows.memberships) {
    const entry = membershipRows.read(row);
    const member = memberOf(books, row.member_id);
    const name = `${entry.source}:${entry.membershipId}`;
    engagementOf(member).memberships.set(name, entry);
    loaded?.memberships.remember(keyOf(member, name), membershipRows.write(member.id, entry));
  }
  for (const row of rows.grants) {
    const grant = grantRows.read(row);
    const member = memberOf(books, row.member_id);
    member.grants ??= new Map();
    member.grants.set(grant.name, grant);
    loaded?.grants.remember(keyOf(member, grant.name), grantRows.write(member.id, grant, row.place));
  }
  putReferral(books, rows, loaded);
}

function putReferral(books: Books, rows: EngagementAsColumns, loaded: KeptEngagement | null): void {
  for (const row of rows.friends) {
    const friend = friendRows.read(row);
    const member = memberOf(books, row.member_id);
    engagementOf(member).referral.friends.set(friend.friendId, friend);
    loaded?.friends.remember(keyOf(member, friend.friendId), friendRows.write(member.id, friend, row.place));
  }
  for (const row of rows.standings) {
    const member = memberOf(books, row.member_id);
    const { referral } = engagementOf(member);
    standingRows.read(row, referral);
    const kept = standingRows.write(member.id, referral);
    if (kept !== null) loaded?.standings.remember(keyOf(member, STANDING), kept);
  }
}

/** A member has one. */
const STANDING = "standing";

/** A member's rows of one table, each by the key it is remembered by. */
type RowsOfMember = (member: MemberBook) => Iterable<readonly [string, JsonRow]>;

export interface EngagementTable {
  readonly name: keyof EngagementAsColumns;
  readonly upsert: string;
  readonly remove: string;
  readonly rowsOf: RowsOfMember;
}

const NONE: readonly never[] = [];

/** How each table is written: rows are numbered as they stand in the book, which never loses one but to another's. */
export const ENGAGEMENT_WRITES: readonly EngagementTable[] = [
  {
    name: "entries",
    ...entryRows,
    rowsOf: ({ id, engagement }) =>
      [...(engagement?.entries.values() ?? NONE)].map(
        (entry, place) => [entry.source, entryRows.write(id, entry, place)] as const,
      ),
  },
  {
    name: "optIns",
    ...optInRows,
    rowsOf: ({ id, engagement }) =>
      [...(engagement?.optIns ?? NONE)].map(
        ([challengeId, since]) => [challengeId, optInRows.write(id, challengeId, since)] as const,
      ),
  },
  {
    name: "memberships",
    ...membershipRows,
    rowsOf: ({ id, engagement }) =>
      [...(engagement?.memberships ?? NONE)].map(
        ([name, entry]) => [name, membershipRows.write(id, entry)] as const,
      ),
  },
  {
    name: "grants",
    ...grantRows,
    rowsOf: ({ id, grants }) =>
      [...(grants?.values() ?? NONE)].map(
        (grant, place) => [grant.name, grantRows.write(id, grant, place)] as const,
      ),
  },
  {
    name: "friends",
    ...friendRows,
    rowsOf: ({ id, engagement }) =>
      [...(engagement?.referral.friends.values() ?? NONE)].map(
        (friend, place) => [friend.friendId, friendRows.write(id, friend, place)] as const,
      ),
  },
  {
    name: "standings",
    ...standingRows,
    rowsOf: ({ id, engagement }) => {
      const row = engagement === null ? null : standingRows.write(id, engagement.referral);
      return row === null ? NONE : [[STANDING, row] as const];
    },
  },
];
