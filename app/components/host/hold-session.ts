/** A page that is used renews its session long before it ends. */
const RENEW_AFTER_MS = 15 * 60_000;

interface Held {
  token: string;
  readonly renewAt: string;
  sinceMs: number;
  renewing: Promise<void> | null;
}

let held: Held | null = null;

/**
 * Keeps a session in this page's memory, and nowhere else, and sends it with whatever the page asks of its
 * own server. Cookies of a frame of another site are kept by few browsers.
 */
export function holdSession({
  session,
  renewAt,
}: {
  readonly session: string;
  readonly renewAt: string;
}): void {
  if (typeof window === "undefined" || held !== null) return;
  const holding: Held = { token: session, renewAt, sinceMs: performance.now(), renewing: null };
  held = holding;
  const plainFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== window.location.origin) return plainFetch(input, init);
    await renewed(holding, plainFetch);
    request.headers.set("Authorization", `Bearer ${holding.token}`);
    return plainFetch(request);
  };
}

/** One renewal at a time; where it fails the page goes on with what it has, and is told when that is over. */
async function renewed(holding: Held, plainFetch: typeof fetch): Promise<void> {
  if (performance.now() - holding.sinceMs < RENEW_AFTER_MS) return;
  holding.renewing ??= renew(holding, plainFetch).finally(() => {
    holding.renewing = null;
  });
  await holding.renewing;
}

async function renew(holding: Held, plainFetch: typeof fetch): Promise<void> {
  const headers = { Authorization: `Bearer ${holding.token}` };
  const answer = await plainFetch(holding.renewAt, { method: "POST", headers }).catch(() => null);
  if (answer?.ok !== true) return;
  const body: unknown = await answer.json();
  if (typeof body !== "object" || body === null || !("session" in body)) return;
  if (typeof body.session !== "string") return;
  holding.token = body.session;
  holding.sinceMs = performance.now();
}
