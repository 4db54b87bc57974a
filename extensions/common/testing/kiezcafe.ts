import type { StorefrontMember, StorefrontState } from "../../../storefront/state.ts";
import { memberState } from "../../../tests/fixtures/storefront-state.ts";
import type { Opened } from "../shopper-client.ts";

const { viewer } = memberState;
if (viewer.kind !== "member") throw new Error("Anna of the fixture is a member.");

export const anna: StorefrontMember = viewer;

/** What the app tells Anna of Kiezcafé, a coffee roaster in Berlin: the same that the widget's tests show. */
export const annasState: StorefrontState = memberState;

/** What a surface of Kiezcafé opens with; the shop offers every language of ours. */
export function opened(state = annasState, formal = false): { readonly body: Opened } {
  const languages = { offered: ["en", "de", "fr", "es", "it", "nl"], fallback: "en" };
  return { body: { ok: true, shop: "kiezcafe.myshopify.com", formal, languages, state } };
}

/** The same shop, seen by somebody who is signed in and not in the program. */
export const strangersState: StorefrontState = {
  ...annasState,
  viewer: { kind: "stranger", firstName: "Jo" },
};

/** Anna after she had `points` taken or given: what the app answers a change with. */
export function annasStateWith(member: Partial<StorefrontMember>): StorefrontState {
  return { ...annasState, viewer: { ...anna, ...member } };
}

/** Anna with enough for the one reward there is, which has one price. */
export const fiveOffState: StorefrontState = {
  ...annasStateWith({ available: 420 }),
  program: {
    ...annasState.program,
    rewards: annasState.program.rewards
      .filter(({ id }) => id === "five-off")
      .map((reward) => ({ ...reward, claim: { ok: true } })),
  },
};
