import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { CustomerHistory } from "#app/domain/customers/history/customer-history.ts";
import { PointsLedger } from "#app/domain/customers/points/points-ledger.ts";
import { reportAt, type Report } from "#app/domain/customers/report/report.ts";
import { PLAIN_LIFETIME } from "#app/domain/customers/scores/lifetime-value.ts";
import { segmentsOfShop } from "#app/domain/customers/segments/shop-segments.ts";
import type { CustomerRef, ShopFact } from "#app/domain/event.ts";
import type { Program } from "#app/domain/program/program.ts";
import {
  claimedPointMinor,
  liveMembers,
  type LiveMember,
  liveOrders,
  liveTransactions,
  mergedMembers,
  usedCodes,
} from "./live-history.ts";
import { objectingMembers } from "./profiling-objections.ts";
import { readKeptSegments } from "./shop-segments.ts";
import type { Statements } from "../database.ts";
import { readMarketingWords, type StandingConsents } from "../messages/consents.ts";
import { readProgramVersions } from "../program/programs.ts";
import type { Shop } from "../shops/shops.ts";

export interface LiveReport {
  readonly report: Report;
  /** Whose a customer's row is. Who was erased counts in sums and has none. */
  readonly memberOf: (customerId: string) => MemberId | null;
  /** What orders call a product, where they say. */
  readonly productNames: ReadonlyMap<string, string>;
}

/** Whom live knows: members by their numbers, each under the name by which the history knows them. */
interface Known {
  readonly refs: Map<MemberId, CustomerRef>;
  readonly books: Map<string, MemberBook>;
  readonly memberIds: Map<string, MemberId>;
}

/** Told page by page how many orders were read. */
type NoteRead = (orders: number) => Promise<void>;

/** Who the customers of a shop are, from its own rows, by the code that the `customers` command runs. */
export async function liveReport(
  database: Statements,
  shop: Shop,
  at: Instant,
  noteRead: NoteRead = () => Promise.resolve(),
): Promise<LiveReport> {
  const { shopId } = shop;
  const versions = await readProgramVersions(database, shopId);
  const live = versions.find(({ version }) => version === shop.liveVersion) ?? null;
  const program = live === null ? null : live.program;
  const kept = await readKeptSegments(database, shopId);
  const history = new CustomerHistory({
    zone: zoneOf(shop, program),
    currency: program === null ? shop.currency : program.currency,
    stopAt: null,
    isAskedAlong: false,
    readFacts: () => ({ ok: false, reason: "live reads states, not deliveries" }),
  });
  const programs = new Map(versions.map((version) => [version.version, version]));
  const hasFriends = versions.some(({ program: { referral } }) => referral !== null);
  const known = await tellMembers(database, shopId, { history, at, hasFriends });
  const productNames = await tellOrders(database, shopId, history, { known, at, noteRead });
  const ledger = await tellLedger(database, shopId, history, known);
  for (const { effectiveAt } of versions)
    history.launchedAt = Math.min(history.launchedAt ?? effectiveAt, effectiveAt);
  const report = reportAt({
    ...{ history, at },
    settings: { ...PLAIN_LIFETIME, rfmWithin: null },
    segments: segmentsOfShop(kept === null ? null : kept.document, history.digits),
    window: null,
    scored: "by_week",
    books:
      live === null
        ? null
        : {
            ledger,
            pointMinor: await claimedPointMinor(database, shopId),
            usedCodes: await usedCodes(database, shopId),
            memberIdOf: ({ id }) => known.books.get(id)?.id ?? null,
            pointsOf: ({ id }) => {
              const book = known.books.get(id);
              return book === undefined
                ? null
                : ledger.viewOf(book, { programs, liveVersion: live.version }, at);
            },
          },
  });
  return { report, productNames, memberOf: (customerId) => known.memberIds.get(customerId) ?? null };
}

export function zoneOf({ timezone }: Pick<Shop, "timezone">, program: Program | null): string {
  return program === null ? (timezone ?? "UTC") : program.timezone;
}

async function tellMembers(
  database: Statements,
  shopId: number,
  {
    history,
    at,
    hasFriends,
  }: { readonly history: CustomerHistory; readonly at: Instant; readonly hasFriends: boolean },
): Promise<Known> {
  const known: Known = { refs: new Map(), books: new Map(), memberIds: new Map() };
  for await (const page of liveMembers(database, shopId, hasFriends)) {
    const memberIds = page.map(({ book }) => book.id);
    const words = await readMarketingWords(database, shopId, memberIds);
    for (const member of page) {
      tellMember(history, known, member);
      tellConsents(history, known.refs.get(member.book.id), words.standingOf(member.book.id), at);
    }
  }
  const merged = await mergedMembers(database, shopId);
  const refOf = (memberId: MemberId): CustomerRef | undefined => {
    const into = merged.get(memberId);
    return into === undefined ? known.refs.get(memberId) : refOf(into);
  };
  for (const memberId of merged.keys()) {
    const ref = refOf(memberId);
    if (ref !== undefined) known.refs.set(memberId, ref);
  }
  for (const memberId of await objectingMembers(database, shopId, null)) {
    const ref = known.refs.get(memberId);
    const key = ref === undefined ? null : history.people.keyOf(ref);
    if (key !== null) history.people.objecting.add(key);
  }
  return known;
}

/** An address stands for a guest only: whose a guest's orders are was decided when they came. */
function tellMember(history: CustomerHistory, known: Known, { customerId, book }: LiveMember): void {
  const { id, email, enrolledAt, status, tags, birthday } = book;
  const isNobody = status === "erased" || (customerId === null && email === null);
  const ref: CustomerRef = isNobody
    ? { id: `erased:${id}`, email: null }
    : { id: customerId, email: customerId === null ? email : null };
  known.refs.set(id, ref);
  const fact: ShopFact = {
    type: "customer",
    at: enrolledAt,
    customer: { ...ref, emailProven: false, tags, birthday, firstName: null, lastName: null },
    joined: false,
  };
  tell(history, fact, enrolledAt);
  const key = history.people.keyOf(ref);
  if (key === null) return;
  if (!isNobody) known.memberIds.set(key, id);
  if (ref.id === null) return;
  known.books.set(key, book);
  const leftAt = book.lastActivityAt ?? enrolledAt;
  if (status === "erased" || status === "left")
    tell(history, { type: "customer_deleted", at: leftAt, customerId: ref.id }, leftAt);
}

/** What stands of consent by now: words of those who became part of somebody are that one's. */
function tellConsents(
  { people }: CustomerHistory,
  ref: CustomerRef | undefined,
  standing: StandingConsents,
  at: Instant,
): void {
  const key = ref === undefined ? null : people.keyOf(ref);
  const told = key === null ? undefined : people.told.get(key);
  if (told !== undefined) people.consent(told, standing, at);
}

async function tellOrders(
  database: Statements,
  shopId: number,
  history: CustomerHistory,
  { known, at, noteRead }: { readonly known: Known; readonly at: Instant; readonly noteRead: NoteRead },
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  let read = 0;
  for await (const page of liveOrders(database, shopId)) {
    for (const { member_id, state } of page) {
      const customer = member_id === null ? null : (known.refs.get(String(member_id)) ?? null);
      const fact: ShopFact = {
        type: "order",
        at,
        customer: customer === null ? null : { ...NOTHING_SAID, ...customer },
        order: state,
      };
      tell(history, fact, at);
      for (const { product, title } of state.lines)
        if (product !== null && title !== undefined) names.set(product, title);
    }
    read += page.length;
    await noteRead(read);
  }
  return names;
}

/** Deeds that gave or took points are the ones whose time is kept. */
async function tellLedger(
  database: Statements,
  shopId: number,
  history: CustomerHistory,
  known: Known,
): Promise<PointsLedger> {
  const ledger = new PointsLedger(history.settings.zone);
  for await (const page of liveTransactions(database, shopId)) {
    for (const transaction of page) {
      ledger.add(transaction);
      const { activity, at, memberId } = transaction;
      const customer = known.refs.get(memberId);
      if (activity === null || activity === "join" || customer === undefined) continue;
      tell(history, { type: "activity", at, customer, activity, key: `${activity}:${String(at)}` }, at);
    }
  }
  return ledger;
}

function tell(history: CustomerHistory, fact: ShopFact, at: Instant): void {
  history.tell({ type: "fact", at, fact, person: null, seen: null, cart: null });
}

const NOTHING_SAID = {
  emailProven: false,
  tags: null,
  birthday: null,
  firstName: null,
  lastName: null,
} as const;
