import type { GuardedPage } from "#app/messages/pages/members-page.ts";

/** A page under its own policy: kept nowhere, and told of to nobody. */
export function guardedAnswer({ html, policy }: GuardedPage, status: number): Response {
  return new Response(html, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Opener-Policy": "same-origin",
    },
  });
}
