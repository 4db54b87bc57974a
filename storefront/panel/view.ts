import type { HostPage } from "../launcher/host-page.ts";
import type {
  StorefrontAnswer,
  StorefrontEntry,
  StorefrontReason,
  StorefrontReward,
  StorefrontState,
} from "../state.ts";
import type { FailureWord } from "../words/words.ts";
import type { App, Asked } from "./ask-app.ts";
import type { Speech } from "./speech.ts";

/** What the shopper is in the middle of; everything else is the state of the app. */
export interface Choices {
  claiming: {
    readonly rewardId: string;
    /** Names the click for the app: the same key is the same claim. */
    key: string;
    points: number | null;
    working: boolean;
    failure: string | null;
  } | null;
  /** The reward just claimed, as it was chosen, and its code, once there is one. */
  claimed: { readonly rewardId: string; readonly told: string; readonly code: string | null } | null;
  givingBack: string | null;
  leaving: boolean;
  /** Something the shopper should read that belongs to no single card. */
  notice: { readonly text: string; readonly failed: boolean; readonly signIn: boolean } | null;
  older: StorefrontEntry[];
  olderBefore: string | null;
  readonly reasons: Map<string, readonly StorefrontReason[]>;
  readonly unfolded: Set<string>;
  cartPoints: number | null;
}

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
  /** The sheet is open and somebody may be reading. */
  readonly isOpen: boolean;
  /** Asks how things stand now and takes it over without drawing; false where no answer came. */
  refresh(): Promise<boolean>;
  /** Takes over the new state; or says what happened, what is safe and what to do. */
  settle(asked: Asked<StorefrontAnswer>): { readonly ok: true; readonly code: string | null } | Failure;
}

export interface Failure {
  readonly ok: false;
  readonly word: FailureWord;
  readonly text: string;
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
    cartPoints: null,
  };
}

export function rewardById(state: StorefrontState, id: string): StorefrontReward | null {
  return state.program.rewards.find((reward) => reward.id === id) ?? null;
}
