import type { MemberId } from "#app/domain/books.ts";
import { viewBooks } from "#app/db/books/view-books.ts";
import type { Database } from "#app/db/client.ts";
import { findPeople } from "#app/db/people.ts";
import { readProgramVersions } from "#app/db/programs.ts";
import { findShop } from "#app/db/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Program } from "#app/domain/program/program.ts";
import { storefrontHistory } from "./storefront-history.ts";
import { storefrontMember } from "./storefront-member.ts";
import { storefrontProgram } from "./storefront-program.ts";
import type { StorefrontState } from "./storefront-state.ts";

/** Who the platform says is logged in, as we know them. */
export interface Shopper {
  readonly customerId: string;
  /** Null: not in the program, or no longer. */
  readonly memberId: MemberId | null;
  readonly firstName: string | null;
  readonly email: string | null;
}

/** An installed shop; null where the app is not, or no longer, at home. */
export async function storefrontShop(
  database: Database,
  platform: string,
  shopKey: string,
): Promise<{ readonly shopId: number } | null> {
  const shop = await findShop(database, platform, shopKey);
  return shop?.status === "installed" && shop.liveVersion !== null ? { shopId: shop.shopId } : null;
}

/** The shopper behind a platform's customer id; whoever left or was erased counts as a stranger. */
export async function storefrontShopper(
  database: Database,
  shopId: number,
  customerId: string,
): Promise<Shopper> {
  const found = await findPeople(database, shopId, { customerIds: [customerId], emails: [], memberIds: [] });
  const person = found.find(({ named_customer_id }) => named_customer_id === customerId);
  return {
    customerId,
    memberId: person?.status === "active" ? String(person.member_id) : null,
    firstName: person?.first_name ?? null,
    email: person?.email ?? null,
  };
}

/** All the panel shows when it opens. Null: the shop has no program that shoppers could see. */
export async function storefrontState(
  database: Database,
  shopId: number,
  shopper: Shopper | null,
  now: Instant,
): Promise<StorefrontState | null> {
  const program = (await readProgramVersions(database, shopId)).at(-1)?.program;
  if (program === undefined || isQuiet(program)) return null;
  const shop = {
    at: now,
    currency: program.currency,
    currencyDigits: program.currencyDigits,
    timezone: program.timezone,
  };
  if (shopper === null || shopper.memberId === null) {
    const viewer =
      shopper === null
        ? ({ kind: "guest" } as const)
        : ({ kind: "stranger", firstName: shopper.firstName } as const);
    return { ...shop, program: storefrontProgram(program, now), viewer };
  }
  const { memberId, firstName } = shopper;
  const books = await viewBooks(database, shopId, [memberId], now);
  const member = books.members.get(memberId);
  if (member === undefined) throw new Error("A member who was just found is in the books.");
  const history = await storefrontHistory(database, shopId, memberId, null, now);
  return { ...shop, ...storefrontMember(books, member, { firstName, history }, now) };
}

/** The program a shop has before its merchant publishes one: it neither earns nor gives anything. */
function isQuiet(program: Program): boolean {
  return program.rules.length === 0 && program.rewards.length === 0;
}
