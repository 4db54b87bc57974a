import type { RegularsLauncher } from "../launcher/regulars-launcher.ts";
import type { EcwidApi, EcwidPageInfo } from "./ecwid-page.ts";

/** What the app has told the shop of its program, as far as the page needs it before anybody opens the panel. */
export interface Face {
  readonly name: string;
  /** German shoppers are spoken to with Sie. */
  readonly formal: boolean;
  /** What the app wants to be told of members. */
  readonly wanted: readonly string[];
  readonly widget: {
    readonly accent: string | null;
    readonly surface: string | null;
    readonly radius: number | null;
    readonly side: "left" | "right" | null;
    readonly offPages: readonly string[];
    /** Pixels from the lower edge; not said by what was told before there was such a choice. */
    readonly offset?: number | null;
    readonly shown?: boolean;
    readonly languages: { readonly offered: readonly string[]; readonly fallback: string };
  };
}

/** How it is where the shop was last told before there were such choices. */
const PLAIN: Face["widget"] = {
  ...{ accent: null, surface: null, radius: null, side: null, offPages: [] },
  languages: { offered: ["en", "de", "fr", "es", "it", "nl"], fallback: "en" },
};

/** Null: there is no program yet, or the merchant has switched the widget off. */
export function readFace(config: string | null | undefined): Face | null {
  try {
    const told = JSON.parse(config ?? "null") as
      | (Partial<Pick<Face, "formal" | "wanted" | "widget">> & {
          readonly program?: { readonly name?: string };
        })
      | null;
    const name = told?.program?.name;
    if (name === undefined || told?.widget?.shown === false) return null;
    return { name, formal: told?.formal === true, wanted: told?.wanted ?? [], widget: told?.widget ?? PLAIN };
  } catch {
    return null;
  }
}

/** The language of the page, where the merchant offers it; else the one for everybody else. */
export function localeOf(ecwid: EcwidApi, { offered, fallback }: Face["widget"]["languages"]): string {
  const said = ecwid.getStorefrontLang?.() ?? document.documentElement.lang;
  const language = said.slice(0, 2).toLowerCase();
  return offered.includes(language) ? language : fallback;
}

/** Colours and corners that are not chosen are the page's own. */
export function dress(
  { style }: RegularsLauncher,
  { accent, surface, radius, offset }: Face["widget"],
): void {
  if (accent !== null) style.setProperty("--regulars-accent", accent);
  if (surface !== null) style.setProperty("--regulars-surface", surface);
  if (radius !== null) style.setProperty("--regulars-radius", `${String(radius)}px`);
  if (offset != null) style.setProperty("--regulars-offset", `${String(offset)}px`);
}

/** The kind of page, in the words of the merchant's choice. The category without a number is the shop's first page. */
export function kindOfPage({ type, categoryId }: EcwidPageInfo): string {
  if (type === "CATEGORY") return categoryId === 0 || categoryId === undefined ? "home" : "collection";
  if (type === "SEARCH") return "collection";
  return type === "PRODUCT" || type === "CART" ? type.toLowerCase() : "other";
}
