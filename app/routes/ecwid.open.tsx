import type { LoaderFunctionArgs } from "@remix-run/node";
import { ecwidHere } from "#app/platforms/registry.server.ts";

/**
 * What the store's admin shows in its frame. It brings the payload in the query or behind the `#`, where no
 * server sees it: a page takes it from there, out of the address, and asks for the first page with it.
 */
export function loader({ request }: LoaderFunctionArgs) {
  const served = ecwidHere();
  if (served === null) throw new Response(null, { status: 404 });
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  served.admin.addHeaders(request, headers);
  return new Response(PAGE, { headers });
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Regulars</title>
<style>body{font-family:system-ui,sans-serif;margin:15vh auto;max-width:34rem;padding:0 1rem}</style>
</head>
<body>
<main hidden>
<h1>Regulars</h1>
<p>This could not be opened. Choose Regulars in your shop’s admin once more.</p>
<p lang="de">Das ließ sich nicht öffnen. Wähle Regulars in der Verwaltung deines Shops noch einmal aus.</p>
</main>
<script type="module">
const payload = new URLSearchParams(location.search).get("payload") ?? location.hash.slice(1);
history.replaceState(null, "", location.pathname);
const answer = await fetch("/ecwid/session", {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ payload }),
}).catch(() => null);
if (answer?.ok) location.replace((await answer.json()).address);
else document.querySelector("main").hidden = false;
</script>
</body>
</html>
`;
