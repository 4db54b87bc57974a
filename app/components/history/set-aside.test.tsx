import { AppProvider } from "@shopify/polaris";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ShopFormatProvider } from "../formats.tsx";
import { HostContext, type Host } from "../host/host.tsx";
import { LanguageProvider, type Language } from "../i18n/language.tsx";
import type { History } from "./history.ts";
import { SetAside } from "./set-aside.tsx";

const history: History = {
  state: "ready",
  reason: null,
  waitsForShop: false,
  objects: 0,
  ordersRead: 1_400,
  unreadable: 0,
  nameless: 0,
  previewedAt: 0,
  bookedAt: null,
  previewOf: "live",
  previewIsCurrent: true,
  canPreview: { live: true, draft: false },
  figures: null,
  worthMinor: null,
  gainers: [],
  counts: { people: 1_500, foreseen: 300, booked: 0, setAside: 1_200 },
  setAside: [{ name: "Anna", reason: "Access denied for nodes" }],
  seesAllOrders: true,
};

const host: Host = {
  bridged: false,
  abilities: {
    storeCredit: true,
    giftCards: true,
    variants: true,
    tags: true,
    goodsGroup: "collection",
    boundCodes: true,
    tierMark: "tag",
    numbersStaff: true,
    knowsShoppers: true,
    asksForOlderOrders: true,
    themeEditor: true,
    plansDiffer: false,
    ownStatuses: { payment: [], fulfillment: [] },
    tills: true,
    combinesDiscounts: true,
  },
  offered: () => true,
  showToast: () => undefined,
};

function shown(language: Language, more: Partial<History> = {}): string {
  const format = { currency: "EUR", currencyDigits: 2, timezone: "Europe/Berlin", pointsName: null };
  return renderToStaticMarkup(
    <AppProvider i18n={{}}>
      <LanguageProvider language={language}>
        <ShopFormatProvider shop={format}>
          <HostContext.Provider value={host}>
            <SetAside history={{ ...history, ...more }} />
          </HostContext.Provider>
        </ShopFormatProvider>
      </LanguageProvider>
    </AppProvider>,
  );
}

describe("people of whom the shop refuses to speak", () => {
  it.each([
    ["en", "1,200 customers are set aside", "Your shop does not answer"],
    ["de", "1.200 Personen sind zurückgestellt", "Dein Shop sagt nicht, was das Programm"],
  ] as const)("are counted with the shop's reason (%s)", (language, title, body) => {
    const page = shown(language);
    expect(page).toContain(title);
    expect(page).toContain(body);
    expect(page).toContain("Anna: Access denied for nodes");
  });

  it.each([["ready", 0] as const, ["booking", 3] as const])(
    "are not spoken of (%s, %i set aside)",
    (state, setAside) => {
      expect(shown("en", { state, counts: { ...history.counts, setAside } })).not.toContain("set aside");
    },
  );
});
