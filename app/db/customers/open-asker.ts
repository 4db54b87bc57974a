import type { Books } from "#app/domain/books/books.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import { asksAmongAll } from "#app/domain/customers/segments/condition.ts";
import { MemberAsker } from "#app/domain/customers/segments/member-asker.ts";
import type { Segments } from "#app/domain/customers/segments/segments.ts";
import { segmentsOfShop } from "#app/domain/customers/segments/shop-segments.ts";
import { askedSegments, segmentsAskedByDeeds } from "#app/domain/earning/orders/segments-asked-for.ts";
import type { OrderState } from "#app/domain/event.ts";
import { asksEverybody as journeyAsksEverybody } from "#app/domain/journeys/asks-everybody.ts";
import type { Journey } from "#app/domain/journeys/journey.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readMarketingWords } from "../messages/consents.ts";
import { readRows } from "../read-rows.ts";
import { liveOrders, ordersOfMembers, transactionsOfMembers } from "./live-history.ts";
import { objectingMembers } from "./profiling-objections.ts";
import { readKeptSegments } from "./shop-segments.ts";

const nameRow = tables.member.pick({ member_id: true, customer_id: true });

export interface AskerWish {
  readonly memberIds: readonly MemberId[];
  /** Journeys ask for facts of any member; null where the shop has none that are on. */
  readonly journeys: {
    readonly list: readonly Journey[];
    /** Hears how each order of these members stands. */
    readonly onOrder: (memberId: MemberId, order: OrderState) => void;
  } | null;
  /** Whether orders may be judged in these books, and not only deeds. */
  readonly isJudging: boolean;
}

/**
 * What answers the rules of these books that ask for segments: loaded with the members, and only where some
 * version asks; null where none does. What is found among all customers needs everybody's orders: they are
 * loaded only where a segment that may be asked for here looks at that.
 */
export async function openAsker(
  tx: Statements,
  shopId: number,
  books: Books,
  { memberIds, isJudging, journeys }: AskerWish,
): Promise<MemberAsker | null> {
  const programs = [...books.programs.values()].map(({ program }) => program);
  const named = new Set(programs.flatMap((program) => [...askedSegments(program)]));
  if (named.size === 0 && journeys === null) return null;
  const all = await readSegments(tx, shopId, books);
  const asker = new MemberAsker({ ...all, list: all.list.filter(({ id }) => named.has(id)) }, books);
  const mayBeAsked = isJudging
    ? named
    : new Set(programs.flatMap((program) => [...segmentsAskedByDeeds(program)]));
  const isOfEverybody =
    asksEverybody(all, mayBeAsked) ||
    journeys?.list.some((journey) => journeyAsksEverybody(journey, all.conditions)) === true;
  const concerned = new Set(memberIds);
  const pages = isOfEverybody ? liveOrders(tx, shopId) : [await ordersOfMembers(tx, shopId, memberIds)];
  for await (const page of pages) {
    for (const { member_id, state } of page) {
      if (member_id === null) continue;
      const memberId = String(member_id);
      asker.keepOrder(memberId, state, state.updatedAt ?? state.paidAt ?? state.placedAt);
      if (concerned.has(memberId)) journeys?.onOrder(memberId, state);
    }
  }
  for (const transaction of await transactionsOfMembers(tx, shopId, memberIds))
    asker.keepTransaction(transaction);
  for (const memberId of await objectingMembers(tx, shopId, memberIds)) asker.keepObjection(memberId);
  const words = await readMarketingWords(tx, shopId, memberIds);
  for (const memberId of memberIds) asker.keepPerson(memberId, words.standingOf(memberId));
  const names = await readRows(
    tx,
    nameRow,
    "SELECT member_id, customer_id FROM member WHERE shop_id = $1 AND member_id = ANY($2::bigint[])",
    [shopId, memberIds],
  );
  for (const { member_id, customer_id } of names) asker.keepName(String(member_id), customer_id);
  return asker;
}

function asksEverybody({ list, conditions }: Segments, asked: ReadonlySet<string>): boolean {
  return list.some(({ id, where }) => asked.has(id) && asksAmongAll(where, conditions));
}

/** The segments of the shop whose books these are. */
export async function readSegments(tx: Statements, shopId: number, books: Books): Promise<Segments> {
  const kept = await readKeptSegments(tx, shopId);
  return segmentsOfShop(kept === null ? null : kept.document, liveProgram(books).currencyDigits);
}
