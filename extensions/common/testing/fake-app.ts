import { vi } from "vitest";

/** What the app answers at an address: a body, with the status it comes with, or no answer at all. */
export type Answer = { readonly status?: number; readonly body: unknown } | "unreachable" | "not json";

/**
 * Stands in the place of `fetch`: answers by method and path, in turn where several answers are given
 * (the last one stays), and keeps what was asked.
 */
export function fakeApp(answers: Readonly<Record<string, Answer | readonly Answer[]>>) {
  const asked: {
    readonly what: string;
    readonly url: URL;
    readonly headers: Headers;
    readonly body: unknown;
  }[] = [];
  const turns = new Map<string, number>();
  const fetch = vi.fn((address: RequestInfo | URL, request: RequestInit = {}): Promise<Response> => {
    const url = new URL(address instanceof Request ? address.url : address, "https://relative.example");
    const what = `${request.method ?? "GET"} ${url.pathname}`;
    const body: unknown = typeof request.body === "string" ? JSON.parse(request.body) : null;
    asked.push({ what, url, headers: new Headers(request.headers), body });
    const turn = turns.get(what) ?? 0;
    turns.set(what, turn + 1);
    const listed = answers[what];
    if (listed === undefined) throw new Error(`Nobody answers ${what} in this test.`);
    const list: readonly Answer[] = Array.isArray(listed)
      ? (listed as readonly Answer[])
      : [listed as Answer];
    const answer = list[Math.min(turn, list.length - 1)];
    if (answer === undefined || answer === "unreachable")
      return Promise.reject(new TypeError("Failed to fetch"));
    if (answer === "not json") return Promise.resolve(new Response("<h1>Bad gateway</h1>", { status: 502 }));
    return Promise.resolve(Response.json(answer.body, { status: answer.status ?? 200 }));
  });
  return { fetch, asked, askedOf: (what: string) => asked.filter((request) => request.what === what) };
}
