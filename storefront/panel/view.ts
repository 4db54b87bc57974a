import type { HostPage } from "../launcher/host-page.ts";
import type { StorefrontCode, StorefrontReward, StorefrontState } from "../state.ts";
import type { StorefrontEntry, StorefrontReason } from "../state-history.ts";
import type { KnownCart } from "../wording/next-step.ts";
import type { App } from "./ask-app.ts";
import type { Speech } from "./speech.ts";

/** What the shopper is in the middle of; everything else is the state of the app. */
export interface Choices {
  claiming: {
    readonly rewardId: string;
    readonly place: ClaimPlace;
    /** Names the click for the app: the same key is the same claim. */
    key: string;
    points: number | null;
    working: boolean;
    failure: string | null;
  } | null;
  /** The reward just claimed, as it was chosen, and its code, once there is one. */
  claimed: {
    readonly rewardId: string;
    readonly place: ClaimPlace;
    readonly told: string;
    readonly code: string | null;
  } | null;
  givingBack: string | null;
  leaving: boolean;
  /** Something the shopper should read that belongs to no single card. */
  notice: { readonly text: string; readonly failed: boolean; readonly signIn: boolean } | null;
  older: StorefrontEntry[];
  olderBefore: string | null;
  readonly reasons: Map<string, readonly StorefrontReason[]>;
  readonly unfolded: Set<string>;
  olderCodes: StorefrontCode[];
  codesBefore: string | null;
  /** As they were drawn once: they say the same to everybody, whatever else changes. */
  questions: HTMLElement | null;
  /** Null while it is not known, and where the shop does not tell it. */
  cart: KnownCart | null;
  cartPoints: number | null;
}

/** A reward is claimed where it is offered: as the next step, or in the list. */
export type ClaimPlace = "next" | "list";

/** What a section is drawn from, and how it asks for more. */
export interface View {
  readonly state: StorefrontState;
  readonly speech: Speech;
  readonly page: HostPage;
  readonly app: App;
  readonly choices: Choices;
  /** Draws everything anew; focus lands on the element with this `data-focus`, where one is named. */
  redraw(focusName?: string): void;
  announce(text: string): void;
  close(): void;
  /** Asks anew how things stand, for somebody who has just become known. */
  reload(): void;
  /** Takes over how things stand without drawing. */
  take(state: StorefrontState): void;
  /** What a shopper can do, once the first of it was asked for. */
  readonly deeds: Deeds | null;
  /** Fetches what a shopper can do and does one of it; says so where it does not arrive. */
  withDeeds(deed: (deeds: Deeds) => void | Promise<void>): Promise<void>;
}

/**
 * Everything a shopper can do in the panel, and how it is asked: made in `deeds/`, a bundle of its own that
 * comes with the first of it.
 */
export interface Deeds {
  readonly startClaim: (view: View, reward: StorefrontReward, place: ClaimPlace) => void;
  readonly claimCard: (
    view: View,
    reward: StorefrontReward,
    claiming: NonNullable<Choices["claiming"]>,
  ) => HTMLElement;
  readonly claimedCard: (
    view: View,
    reward: StorefrontReward,
    claimed: NonNullable<Choices["claimed"]>,
  ) => HTMLElement;
  readonly askGiveBack: (view: View, code: StorefrontCode) => void;
  readonly giveBackCard: (view: View, code: StorefrontCode) => HTMLElement;
  readonly askLeave: (view: View) => void;
  readonly leaveCard: (view: View) => HTMLElement;
  readonly join: (view: View) => Promise<void>;
  readonly takePart: (view: View, challengeId: string) => Promise<void>;
  readonly askQuestions: (view: View) => Promise<void>;
  readonly showOlder: (view: View) => Promise<void>;
  readonly showOlderCodes: (view: View) => Promise<void>;
  readonly openFriends: (view: View) => Promise<void>;
  /** Null until the link was asked for. */
  readonly friendsCard: (view: View) => HTMLElement | null;
}

export function freshChoices(): Choices {
  return {
    claiming: null,
    claimed: null,
    givingBack: null,
    leaving: false,
    notice: null,
    older: [],
    olderBefore: null,
    reasons: new Map(),
    unfolded: new Set(),
    olderCodes: [],
    codesBefore: null,
    questions: null,
    cart: null,
    cartPoints: null,
  };
}

export function rewardById(state: StorefrontState, id: string): StorefrontReward | null {
  return state.program.rewards.find((reward) => reward.id === id) ?? null;
}
