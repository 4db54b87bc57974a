const MEGABYTE = 1024 * 1024;

export interface BodyLimit {
  readonly bytes: number;
  /** Handed on as it comes, for a route that lets staff in first and never holds the whole of it. */
  readonly isStreamed: boolean;
}

/** Shopify's largest deliveries are a few megabytes: orders with hundreds of lines. */
export const WEBHOOK_LIMIT: BodyLimit = { bytes: 10 * MEGABYTE, isStreamed: false };
const UPLOAD: BodyLimit = { bytes: 200 * MEGABYTE, isStreamed: true };
const ORDINARY: BodyLimit = { bytes: MEGABYTE, isStreamed: false };

/** How much is read of what is posted to an address, given in its one spelling. */
export function bodyLimitOf(address: string): BodyLimit {
  if (address === "/webhooks" || address.startsWith("/webhooks/")) return WEBHOOK_LIMIT;
  return address.startsWith("/app/uploads/") ? UPLOAD : ORDINARY;
}

export function tooLarge({ bytes }: BodyLimit): string {
  const most = bytes < MEGABYTE ? `${String(bytes / 1024)} KB` : `${String(bytes / MEGABYTE)} MB`;
  return `This is too large: at most ${most} are taken here.\n`;
}
