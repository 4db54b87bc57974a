/**
 * Preload (`node --import ./simulator/shopify/reroute-fetch.mjs`): calls of the app to a shop's domain
 * go to the fake at FAKE_SHOPIFY_URL, calls to loopback go through, everything else is refused.
 * The app's code and its address logic stay as they are in production.
 */
const REROUTED = /(^|\.)myshopify\.com$|^storage\.googleapis\.com$/;
const LOOPBACK = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Puts the rerouting fetch in place; the answer takes it away again. */
export function installReroute(fakeUrl) {
  const native = globalThis.fetch;
  const base = new URL(fakeUrl);

  async function reroutedFetch(input, init) {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (LOOPBACK.test(url.hostname)) return native(request);
    if (!REROUTED.test(url.hostname)) {
      throw new TypeError(`fetch failed: ${url.host} is out of reach, only Shopify is simulated here`);
    }
    const headers = new Headers(request.headers);
    headers.set("x-forwarded-host", url.host);
    url.protocol = base.protocol;
    url.host = base.host;
    const body = request.body === null ? undefined : await request.arrayBuffer();
    return native(url, {
      method: request.method,
      headers,
      body,
      redirect: request.redirect,
      signal: request.signal,
    });
  }

  // An accessor, so that polyfills which assign globalThis.fetch do not undo it.
  Object.defineProperty(globalThis, "fetch", {
    configurable: true,
    get: () => reroutedFetch,
    set: () => undefined,
  });
  return () =>
    Object.defineProperty(globalThis, "fetch", { configurable: true, writable: true, value: native });
}

if (process.env.FAKE_SHOPIFY_URL) installReroute(process.env.FAKE_SHOPIFY_URL);
