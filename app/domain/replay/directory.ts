import type { Books, MemberBook, MemberId, OrderId } from "../books.ts";
import type { Instant } from "../calendar.ts";
import { applyEvent, ensureMember } from "../engine.ts";
import type { CustomerFact, CustomerRef, OrderRefund, OrderState } from "../event.ts";
import type { Holding } from "../holding.ts";

/**
 * Who is who in a history: members by id and by address, guests by address alone, and what merged
 * into what. Live, the same questions are answered by the database.
 */
export interface Directory {
  /** Proven addresses, normalised. */
  readonly memberByEmail: Map<string, MemberId>;
  /** The address a member's guest was looked for by last, as it was written: it is not looked for at every order. */
  readonly claimedAs: Map<MemberId, string>;
  /** Members that ended in a merge, and in whom. */
  readonly endedIn: Map<MemberId, MemberId>;
  /** The member whose order one is, by what it earned or was found to earn. */
  readonly memberOfOrder: (orderId: OrderId) => MemberId | null;
  /** Last known states of the orders that a platform told of in parts (a refund comes alone). */
  readonly orders: Pick<Holding<OrderState>, "get" | "set">;
  /** Refunds that came before their order. */
  readonly earlyRefunds: Pick<Holding<readonly OrderRefund[]>, "get" | "set">;
}

/** `told`: where it is kept what was told of orders; as it is, unless said otherwise. */
export function createDirectory(
  memberOfOrder: Directory["memberOfOrder"],
  told: Pick<Directory, "orders" | "earlyRefunds"> = { orders: new Map(), earlyRefunds: new Map() },
): Directory {
  return {
    memberByEmail: new Map(),
    claimedAs: new Map(),
    endedIn: new Map(),
    memberOfOrder,
    orders: told.orders,
    earlyRefunds: told.earlyRefunds,
  };
}

/** Upper case, blanks around it and composed letters make no other address. */
export function normalisedEmail(email: string): string {
  return email.trim().normalize("NFKC").toLowerCase();
}

/** The member a customer is by now, or null where the books do not know such a person. */
export function findMember(books: Books, directory: Directory, customer: CustomerRef): MemberBook | null {
  const memberId = memberIdOf(directory, customer);
  return memberId === null ? null : (books.members.get(memberId) ?? null);
}

/**
 * The member a customer is; enrolled now if new. A guest is a shadow member named by the address.
 * When a customer turns up whose address is proven, the guest of that address becomes part of them.
 */
export function meetMember(
  books: Books,
  directory: Directory,
  customer: CustomerFact,
  at: Instant,
): MemberBook | null {
  const memberId = memberIdOf(directory, customer);
  if (memberId === null) return null;
  const email = customer.email;
  const member = ensureMember(books, memberId, at, {
    email,
    tags: customer.tags ?? [],
    birthday: customer.birthday,
    status: customer.id === null && memberId.startsWith(GUEST) ? "shadow" : "active",
  });
  updateProfile(books, member, customer, at);
  if (
    customer.id !== null &&
    customer.emailProven &&
    email !== null &&
    directory.claimedAs.get(member.id) !== email
  ) {
    claimGuest(books, directory, member.id, normalisedEmail(email), at);
    directory.claimedAs.set(member.id, email);
  }
  return member;
}

/** Two members become one: the books move over, and whoever names the ended one means the kept one. */
export function mergeMembers(
  books: Books,
  directory: Directory,
  kept: MemberId,
  ended: MemberId,
  at: Instant,
) {
  const outcome = applyEvent(books, { type: "members_merged", at, memberId: kept, fromMemberId: ended });
  if (outcome.ok) directory.endedIn.set(ended, kept);
  return outcome;
}

/** The living member an id stands for, following merges. */
export function livingMember(directory: Directory, memberId: MemberId): MemberId {
  let living = memberId;
  while (directory.endedIn.size > 0) {
    const next = directory.endedIn.get(living);
    if (next === undefined) return living;
    living = next;
  }
  return living;
}

const GUEST = "guest:";

function memberIdOf(directory: Directory, customer: CustomerRef): MemberId | null {
  if (customer.id !== null) return livingMember(directory, customer.id);
  if (customer.email === null) return null;
  const email = normalisedEmail(customer.email);
  const known = directory.memberByEmail.get(email);
  return livingMember(directory, known ?? GUEST + email);
}

function claimGuest(
  books: Books,
  directory: Directory,
  memberId: MemberId,
  email: string,
  at: Instant,
): void {
  if (directory.memberByEmail.has(email)) return;
  directory.memberByEmail.set(email, memberId);
  const guest = GUEST + email;
  if (books.members.has(guest) && !directory.endedIn.has(guest))
    mergeMembers(books, directory, memberId, guest, at);
}

/** What a delivery does not say about a person stays as it is. */
function updateProfile(books: Books, member: MemberBook, customer: CustomerFact, at: Instant): void {
  const email = customer.email ?? member.email;
  const birthday = customer.birthday ?? member.birthday;
  const tags = customer.tags ?? member.tags;
  if (email === member.email && birthday === member.birthday && sameTexts(tags, member.tags)) return;
  applyEvent(books, { type: "profile_changed", at, memberId: member.id, email, birthday, tags });
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, index) => text === b[index]));
}
