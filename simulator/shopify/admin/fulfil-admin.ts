/** The little of Playwright's page or context this needs, so that the fake does not depend on it. */
export interface Routable {
  route(
    url: string,
    handler: (route: {
      request(): { url(): string; method(): string; postData(): string | null };
      fulfill(answer: { status: number; headers: Record<string, string>; body: string }): Promise<void>;
    }) => Promise<void>,
  ): Promise<unknown>;
}

/**
 * Lets a browser test open https://admin.shopify.com/store/<shop>/apps/<handle> for real: the fake
 * answers for that host and for App Bridge's place on the CDN, and the app keeps its own headers.
 * Chromium needs --disable-features=LocalNetworkAccessChecks to frame loopback from there.
 */
export async function fulfilAdmin(page: Routable, fakeUrl: string): Promise<void> {
  for (const pattern of [
    "https://admin.shopify.com/**",
    "https://cdn.shopify.com/shopifycloud/app-bridge.js",
  ]) {
    await page.route(pattern, async (route) => {
      const request = route.request();
      const url = new URL(request.url());
      const path = url.host === "cdn.shopify.com" ? "/app-bridge.js" : url.pathname + url.search;
      const body = request.postData();
      const response = await fetch(fakeUrl + path, {
        method: request.method(),
        headers: { "x-forwarded-host": url.host },
        redirect: "manual",
        ...(body === null ? {} : { body }),
      });
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      });
    });
  }
}
