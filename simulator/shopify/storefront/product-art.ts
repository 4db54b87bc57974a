import { escapeHtml } from "../../shop/web/escape-html.ts";
import type { Product } from "../../shop/records.ts";

const PALETTE = [
  ["#c8553d", "#f4dfc8"],
  ["#2f6f62", "#dfeee6"],
  ["#3d4f7d", "#e2e6f3"],
  ["#a3701f", "#f6e7c4"],
  ["#7a3b52", "#f3dde4"],
  ["#4d5b2a", "#e8ecd5"],
] as const;

/** FNV-1a: names that differ in a letter get colours that differ. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}

/** A drawn picture of a product: a bag, a cup or a card in colours of its own. No file is fetched. */
export function productArt(product: Product): string {
  const [ink, paper] = PALETTE[hash(product.handle) % PALETTE.length] ?? PALETTE[0];
  const kind = product.productType.toLowerCase();
  const shape = product.giftCard
    ? card(ink)
    : /cup|mug|tasse|equipment|zubeh/.test(kind)
      ? cup(ink)
      : bag(ink, product.title);
  return `<svg class="art" viewBox="0 0 200 200" role="img" aria-label="${escapeHtml(product.title)}"><rect width="200" height="200" fill="${paper}"/>${shape}</svg>`;
}

function bag(ink: string, title: string): string {
  const initial = escapeHtml(title.slice(0, 1).toUpperCase());
  return `<path d="M62 48h76l6 14v96a8 8 0 0 1-8 8H64a8 8 0 0 1-8-8V62z" fill="${ink}"/><path d="M62 48h76l6 14H56z" fill="#0002"/><rect x="74" y="86" width="52" height="52" rx="6" fill="#fff"/><text x="100" y="122" text-anchor="middle" font-family="Georgia, serif" font-size="30" fill="${ink}">${initial}</text>`;
}

function cup(ink: string): string {
  return `<path d="M58 78h76v38a34 34 0 0 1-34 34h-8a34 34 0 0 1-34-34z" fill="${ink}"/><path d="M134 88h10a18 18 0 0 1 0 36h-12" fill="none" stroke="${ink}" stroke-width="9"/><path d="M80 62c-6-8 6-12 0-20M100 62c-6-8 6-12 0-20" fill="none" stroke="${ink}" stroke-width="4" stroke-linecap="round" opacity=".5"/><ellipse cx="96" cy="160" rx="52" ry="6" fill="#0001"/>`;
}

function card(ink: string): string {
  return `<rect x="36" y="60" width="128" height="82" rx="10" fill="${ink}"/><path d="M36 92h128" stroke="#fff" stroke-width="6" opacity=".7"/><path d="M84 60v82" stroke="#fff" stroke-width="6" opacity=".7"/>`;
}
