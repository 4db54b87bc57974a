import type { HeadersFunction } from "@remix-run/node";
import { boundary } from "@shopify/shopify-app-remix/server";

/** What the platform's own door has to say of the frame. Here, because pages would load that library with it. */
export const frameHeaders: HeadersFunction = (headersArgs) => boundary.headers(headersArgs);
