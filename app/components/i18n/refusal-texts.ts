import type { Refusal } from "#app/domain/redemption/refusal.ts";
import { texts } from "./language.tsx";

/** Of the program, and of pages that were overtaken. */
export type PageRefusal =
  | Refusal
  | "key_reused"
  | "not_parked"
  | "draft_changed"
  | "import_running"
  | "import_not_ready"
  | "import_no_program"
  | "import_preview_outdated";

const english: Record<PageRefusal, string> = {
  member_unknown: "There is no such member.",
  member_left: "The member has left the program.",
  member_shadow: "The guest has not proven the e-mail address yet.",
  reward_unknown: "The program has no such reward.",
  reward_disabled: "The reward is switched off.",
  tier_not_entitled: "The reward is for another tier.",
  limit_reached: "The member has had this reward as often as it may be had.",
  out_of_stock: "The reward is used up.",
  points_choice_invalid: "This number of points cannot be chosen.",
  points_insufficient: "The member does not have that many points.",
  code_exists: "There is such a code already.",
  code_unknown: "There is no such code.",
  code_already_used: "The code has been used already.",
  code_not_open: "The code is not open any more.",
  order_currency_differs: "The order is in another currency than the program.",
  order_figure_negative: "The order has a negative figure.",
  order_figure_too_large: "The order has a figure too large to be counted exactly.",
  order_line_repeated: "The order names a line twice.",
  order_discount_above_price: "A discount of the order is above the price.",
  level_unknown: "The program has no such tier.",
  lot_unknown: "There are no such points.",
  lot_not_expired: "These points have not expired.",
  reinstatement_too_late: "Points can be given back for 30 days; that time is over.",
  merge_with_itself: "A member cannot be merged with itself.",
  key_reused: "This was sent twice with different content. Reload the page and look what was done.",
  not_parked: "This message is being worked on already.",
  draft_changed: "Somebody else has changed the draft meanwhile. Reload the page to see it.",
  import_running: "It is under way already. Reload the page to see how far it is.",
  import_not_ready: "There is no preview at present. Reload the page to see how far it is.",
  import_no_program:
    "This program gives no points yet, or the draft is not right yet. Look at the program first.",
  import_preview_outdated: "The program has changed since the preview. Calculate again, then book.",
};

const german: Record<PageRefusal, string> = {
  member_unknown: "Dieses Mitglied gibt es nicht.",
  member_left: "Das Mitglied ist ausgetreten.",
  member_shadow: "Der Gast hat die E-Mail-Adresse noch nicht bestätigt.",
  reward_unknown: "Diese Prämie gibt es im Programm nicht.",
  reward_disabled: "Die Prämie ist abgeschaltet.",
  tier_not_entitled: "Die Prämie gilt für eine andere Stufe.",
  limit_reached: "Das Mitglied hatte diese Prämie schon so oft, wie es sie haben kann.",
  out_of_stock: "Die Prämie ist aufgebraucht.",
  points_choice_invalid: "Diese Punktzahl kann man nicht wählen.",
  points_insufficient: "So viele Punkte hat das Mitglied nicht.",
  code_exists: "Diesen Code gibt es schon.",
  code_unknown: "Diesen Code gibt es nicht.",
  code_already_used: "Der Code wurde schon benutzt.",
  code_not_open: "Der Code ist nicht mehr offen.",
  order_currency_differs: "Die Bestellung hat eine andere Währung als das Programm.",
  order_figure_negative: "Die Bestellung enthält eine negative Zahl.",
  order_figure_too_large: "Die Bestellung enthält eine Zahl, die zu groß ist, um genau zu zählen.",
  order_line_repeated: "Die Bestellung nennt eine Position zweimal.",
  order_discount_above_price: "Ein Rabatt der Bestellung ist höher als der Preis.",
  level_unknown: "Diese Stufe gibt es im Programm nicht.",
  lot_unknown: "Diese Punkte gibt es nicht.",
  lot_not_expired: "Diese Punkte sind nicht verfallen.",
  reinstatement_too_late: "Punkte lassen sich 30 Tage lang zurückgeben; die sind vorbei.",
  merge_with_itself: "Ein Mitglied lässt sich nicht mit sich selbst zusammenführen.",
  key_reused:
    "Das wurde zweimal mit verschiedenem Inhalt geschickt. Lade die Seite neu und sieh nach, was geschah.",
  not_parked: "Diese Nachricht wird schon verarbeitet.",
  draft_changed: "Jemand anderes hat den Entwurf inzwischen geändert. Lade die Seite neu, um ihn zu sehen.",
  import_running: "Das läuft schon. Lade die Seite neu, um zu sehen, wie weit es ist.",
  import_not_ready: "Zurzeit gibt es keine Vorschau. Lade die Seite neu, um zu sehen, wie weit es ist.",
  import_no_program:
    "Dieses Programm gibt noch keine Punkte, oder der Entwurf stimmt noch nicht. Sieh dir zuerst das Programm an.",
  import_preview_outdated:
    "Das Programm hat sich seit der Vorschau geändert. Rechne noch einmal, dann buche.",
};

/** Why a wish was refused, as staff are told. */
export const refusalTexts = texts(english, german);
