import type { Language } from "./language.ts";

/** What activities are called, at the beginning of a line: "Joining: 20 points". */
const NAMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    join: "Joining",
    birthday: "Birthday",
    anniversary: "Anniversary",
    newsletter_signup: "Signing up for the newsletter",
    newsletter_subscribed: "Signing up for the newsletter",
    newsletter_unsubscribed: "Leaving the newsletter",
    review: "Writing a review",
    survey: "Answering a survey",
    link_click: "Following a link in a mail",
    add_to_cart: "Putting something in the cart",
    page_visit: "Visiting a page",
    product_view: "Looking at a product",
    search: "Searching the shop",
    social_share: "Telling others",
    store_visit: "Visiting the shop",
    recycling: "Bringing something back to recycle",
  },
  de: {
    join: "Mitmachen",
    birthday: "Geburtstag",
    anniversary: "Jahrestag",
    newsletter_signup: "Newsletter bestellen",
    newsletter_subscribed: "Newsletter bestellen",
    newsletter_unsubscribed: "Newsletter abbestellen",
    review: "Eine Bewertung schreiben",
    survey: "An einer Umfrage teilnehmen",
    link_click: "Einem Link in einer Mail folgen",
    add_to_cart: "Etwas in den Warenkorb legen",
    page_visit: "Eine Seite besuchen",
    product_view: "Ein Produkt ansehen",
    search: "Im Shop suchen",
    social_share: "Weitererzählen",
    store_visit: "Im Laden vorbeikommen",
    recycling: "Etwas zum Recyceln zurückbringen",
  },
};

/** An activity of the merchant's own is called by its name, in letters people read. */
export function activityWords(activity: string, language: Language): string {
  const known = NAMES[language];
  if (Object.hasOwn(known, activity)) return known[activity] ?? activity;
  const words = activity.replaceAll(/[_:-]+/gu, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
