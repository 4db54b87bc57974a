import { randomBytes } from "node:crypto";
import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { ecwidHere } from "#app/platforms/registry.server.ts";
import { INSTALLING } from "./admin/ecwid-arrival.server.ts";

/**
 * A merchant begins to install the app from outside Ecwid's admin. Ecwid hands no word of ours through its
 * consent page, so a cookie says that it was this browser which began.
 */
export function loader({ request }: LoaderFunctionArgs) {
  const installation = ecwidHere()?.installation ?? null;
  if (request.method !== "GET" || installation === null) throw new Response(null, { status: 404 });
  const cookie = `${INSTALLING}=${randomBytes(16).toString("hex")}; Path=/ecwid; Max-Age=600; HttpOnly; Secure; SameSite=Lax`;
  return redirect(installation.consentUrl, { headers: { "Set-Cookie": cookie } });
}
