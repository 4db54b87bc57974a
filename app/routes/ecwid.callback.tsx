import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { ecwidHere } from "#app/platforms/registry.server.ts";
import { connectStore, INSTALLING } from "./admin/ecwid-arrival.server.ts";

/** Ecwid sends the merchant back with a code, or with a no. One word for everything that is wrong. */
export async function loader({ request }: LoaderFunctionArgs) {
  const installation = ecwidHere()?.installation ?? null;
  const code = new URL(request.url).searchParams.get("code");
  const began = request.headers.get("cookie")?.includes(`${INSTALLING}=`) === true;
  if (installation === null) throw new Response(null, { status: 404 });
  const store = code === null || !began ? null : await installation.takeCode(code);
  if (store === null)
    throw new Response("The store could not be connected. Please begin again.", { status: 400 });
  await connectStore(store);
  const over = `${INSTALLING}=; Path=/ecwid; Max-Age=0; HttpOnly; Secure; SameSite=Lax`;
  return redirect("/ecwid/connected", { headers: { "Set-Cookie": over } });
}
