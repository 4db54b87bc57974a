import type { Instant } from "../calendar.ts";
import type { CustomerRef } from "../event.ts";
import type { Erasures } from "./person.ts";
import { normaliseAddress } from "./normalise-address.ts";

/** Who was erased in a history, for as long as it is read: nothing of it is written down. */
export class ErasedNames implements Erasures {
  private readonly erasedAt = new Map<string, Instant>();

  covers(customer: CustomerRef, at: Instant): boolean {
    if (this.erasedAt.size === 0) return false;
    return namesOf(customer).some((name) => {
      const erasedAt = this.erasedAt.get(name);
      return erasedAt !== undefined && at <= erasedAt;
    });
  }

  add(customer: CustomerRef, erasedAt: Instant): void {
    for (const name of namesOf(customer)) this.erasedAt.set(name, erasedAt);
  }
}

/** The names a customer has: what an erasure is known by afterwards. */
export function namesOf({ id, email }: CustomerRef): string[] {
  return [...(id === null ? [] : [`c:${id}`]), ...(email === null ? [] : [`e:${normaliseAddress(email)}`])];
}
