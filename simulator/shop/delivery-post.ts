/** What a fake can do to its own deliveries. */
export interface PostMischief {
  readonly shop?: string | undefined;
  readonly topic?: string | undefined;
  readonly kind: "duplicate" | "reorder" | "delay" | "lose" | "wrong_signature" | "malformed";
  readonly times: number;
  readonly delayMs: number;
  /** Extra copies of a duplicated delivery. */
  readonly copies: number;
}

/** One delivery, whatever its platform writes around it. */
export interface Letter {
  readonly webhookId: string;
  readonly shop: string;
  readonly topic: string;
  readonly body: string;
}

export interface Posted<Sent extends Letter> {
  readonly letter: Sent;
  state: "waiting" | "delivered" | "given_up" | "lost";
  /** HTTP status per attempt; 0 = no answer. */
  readonly attempts: number[];
}

export interface PostRules<Sent extends Letter> {
  readonly later: (delayMs: number, work: () => void) => void;
  readonly retryDelaysMs: readonly number[];
  /** 1 retries as documented; 3600 makes an hour a second. */
  readonly speed: number;
  readonly isDelivered: (status: number) => boolean;
  readonly send: (letter: Sent, spoil: "signature" | null) => Promise<{ readonly status: number }>;
}

const REMEMBERED = 20_000;

type Go = (spoil?: "signature") => void;

/** Posts deliveries to the app, tries again as the platform does, misbehaves by wish, and remembers every attempt. */
export class DeliveryPost<Sent extends Letter> {
  readonly #rules: PostRules<Sent>;
  readonly #posted = new Map<string, Posted<Sent>>();
  readonly #mischief: { readonly wish: PostMischief; left: number }[] = [];
  #held: (() => void) | null = null;
  #waiting = 0;

  constructor(rules: PostRules<Sent>) {
    this.#rules = rules;
  }

  get waiting(): number {
    return this.#waiting;
  }

  list(): readonly Posted<Sent>[] {
    return [...this.#posted.values()];
  }

  misbehave(wish: PostMischief): void {
    this.#mischief.push({ wish, left: wish.times });
  }

  behave(): void {
    this.#mischief.length = 0;
  }

  post(letter: Sent): void {
    const posted: Posted<Sent> = { letter, state: "waiting", attempts: [] };
    this.#posted.set(letter.webhookId, posted);
    if (this.#posted.size > REMEMBERED) {
      const [oldest] = this.#posted.keys();
      if (oldest !== undefined) this.#posted.delete(oldest);
    }
    const mischief = this.#take(letter);
    const overtaken = this.#held;
    this.#held = null;
    const sent: Promise<void>[] = [];
    const go: Go = (spoil) => {
      this.#waiting += 1;
      sent.push(this.#attempt(posted, spoil ?? null));
    };
    this.#send(mischief, posted, go);
    // On another connection the overtaken one might still arrive first: it waits for the answer to this one.
    if (overtaken !== null) void Promise.all(sent).then(overtaken);
  }

  /** One more attempt at something that was posted; null: there was nothing like it. */
  async resend(webhookId: string): Promise<{ readonly status: number } | null> {
    const posted = this.#posted.get(webhookId);
    if (posted === undefined) return null;
    const sent = await this.#rules.send(posted.letter, null);
    posted.attempts.push(sent.status);
    return sent;
  }

  #send(mischief: PostMischief | null, posted: Posted<Sent>, go: Go): void {
    switch (mischief?.kind) {
      case undefined:
        go();
        break;
      case "lose":
        posted.state = "lost";
        break;
      case "duplicate":
        for (let copy = 0; copy <= mischief.copies; copy += 1) go();
        break;
      case "delay":
        this.#rules.later(mischief.delayMs, () => go());
        break;
      case "reorder":
        this.#hold(mischief.delayMs, go);
        break;
      case "wrong_signature":
        go("signature");
        break;
      case "malformed":
        this.#sendMalformed(posted);
        break;
    }
  }

  /** Waits for the next delivery to overtake, or for the time given when none comes. */
  #hold(delayMs: number, go: Go): void {
    let gone = false;
    const release = (): void => {
      if (gone) return;
      gone = true;
      go();
    };
    this.#held = release;
    this.#rules.later(delayMs, release);
  }

  /** A body that is cut off but rightly signed. */
  #sendMalformed({ letter }: Posted<Sent>): void {
    const body = letter.body.slice(0, Math.ceil(letter.body.length / 2));
    const broken: Posted<Sent> = { letter: { ...letter, body }, state: "waiting", attempts: [] };
    this.#posted.set(letter.webhookId, broken);
    this.#waiting += 1;
    void this.#attempt(broken, null);
  }

  #take({ shop, topic }: Letter): PostMischief | null {
    const index = this.#mischief.findIndex(
      ({ wish }) =>
        (wish.shop === undefined || wish.shop === shop) && (wish.topic === undefined || wish.topic === topic),
    );
    const found = this.#mischief[index];
    if (found === undefined) return null;
    found.left -= 1;
    if (found.left === 0) this.#mischief.splice(index, 1);
    return found.wish;
  }

  async #attempt(posted: Posted<Sent>, spoil: "signature" | null): Promise<void> {
    const { send, isDelivered, retryDelaysMs, speed, later } = this.#rules;
    const { status } = await send(posted.letter, spoil);
    posted.attempts.push(status);
    this.#waiting -= 1;
    if (isDelivered(status)) {
      posted.state = "delivered";
      return;
    }
    const delay = retryDelaysMs[posted.attempts.length - 1];
    if (delay === undefined) {
      posted.state = "given_up";
      return;
    }
    // Every retry carries the original payload and the right signature again.
    later(delay / speed, () => {
      this.#waiting += 1;
      void this.#attempt(posted, null);
    });
  }
}
