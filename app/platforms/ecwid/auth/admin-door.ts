import type { Instant } from "#app/domain/calendar.ts";
import type { AdminDoor } from "../../admin-port.ts";
import { SCOPES } from "../scopes.ts";
import { issueStaffToken, readStaffToken, type StaffSession } from "./staff-token.ts";

export interface AdminDoorParts {
  readonly clientId: string;
  /** Who may show the app in a frame, as a Content-Security-Policy lists it. */
  readonly frameAncestors: string;
  readonly keys: () => readonly Buffer[];
  readonly now: () => Instant;
}

/** Ecwid's door to the merchant's pages, and the session of ours they go on with. */
export interface EcwidAdminDoor extends AdminDoor {
  /** The first page's address, for a store that has just proven itself. */
  firstPage(storeId: string, language: string): string;
  /** A fresh session for the one in the request; null: that one is over, or none. */
  renew(request: Request): string | null;
}

const TICKET = "ticket";
const BEARER = /^Bearer (?<token>staff1\.\S{1,1024})$/u;

function bearerOf(request: Request): string | undefined {
  const said = request.headers.get("authorization");
  return said === null ? undefined : BEARER.exec(said)?.groups?.["token"];
}

/**
 * Ecwid's admin vouches for nobody after it has opened the frame, and a cookie is not to be had in a frame
 * of another site. So a ticket of a minute brings the first page, which holds a session of an hour in its
 * memory and sends it with everything it asks.
 */
export function createAdminDoor({ clientId, frameAncestors, keys, now }: AdminDoorParts): EcwidAdminDoor {
  const sessionOf = (request: Request): StaffSession | null => {
    const token = bearerOf(request);
    if (token !== undefined) return readStaffToken("session", token, keys(), now());
    const ticket = new URL(request.url).searchParams.get(TICKET);
    return ticket === null ? null : readStaffToken("ticket", ticket, keys(), now());
  };
  return {
    recognises: (request) => new URL(request.url).searchParams.has(TICKET) || bearerOf(request) !== undefined,
    admit: (request) => {
      const session = sessionOf(request);
      if (session === null) throw new Response(null, { status: 401 });
      const visit = { shopKey: session.storeId, actor: "shop:admin", seenAt: now(), installs: false };
      return Promise.resolve({ platform: "ecwid", ...visit });
    },
    frame: (request) => {
      const session = sessionOf(request);
      if (session === null) return { kind: "none" };
      return {
        kind: "own",
        session: issueStaffToken("session", session, keys(), now()),
        renewAt: "/ecwid/session",
        sign: { ecwidAppNs: clientId },
      };
    },
    addHeaders: (_request, headers) => {
      headers.set("Content-Security-Policy", `frame-ancestors ${frameAncestors}`);
      // The ticket stands in the address of the first page.
      headers.set("Referrer-Policy", "no-referrer");
    },
    missingScopes: (granted) => SCOPES.filter((scope) => !granted.includes(scope)),
    firstPage: (storeId, language) => {
      const ticket = issueStaffToken("ticket", { storeId, openedAt: now() }, keys(), now());
      return `/app?${new URLSearchParams({ [TICKET]: ticket, locale: language }).toString()}`;
    },
    renew: (request) => {
      const token = bearerOf(request);
      const session = token === undefined ? null : readStaffToken("session", token, keys(), now());
      return session === null ? null : issueStaffToken("session", session, keys(), now());
    },
  };
}
