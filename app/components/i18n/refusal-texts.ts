import type { Refusal } from "#app/domain/refusal.ts";
import { texts } from "./language.tsx";

/** Of the program, and of pages that were overtaken. */
export type PageRefusal =
  | Refusal
  | "key_reused"
  | "too_many_in_an_hour"
  | "shop_refused"
  | "not_parked"
  | "draft_changed"
  | "segments_changed"
  | "segment_in_use"
  | "publication_over"
  | "pause_exists"
  | "pause_over"
  | "pause_times"
  | "import_running"
  | "import_not_ready"
  | "import_no_program"
  | "import_preview_outdated"
  | "file_gone"
  | "file_has_questions"
  | "undo_too_late"
  | "merge_other_way"
  | "journey_unknown"
  | "journey_unusable"
  | "journey_owed"
  | "journey_changed"
  | "letter_changed"
  | "too_many_test_mails";

const english: Record<PageRefusal, string> = {
  member_unknown: "This member does not exist.",
  member_left: "The member has left the program.",
  member_shadow: "They have not joined yet.",
  claiming_paused: "Claiming is paused at the moment.",
  reward_unknown: "The program does not have this reward.",
  reward_disabled: "The reward is switched off.",
  reward_only_given: "The reward is only given. Nobody can claim it.",
  membership_needed: "The reward is for paid members only.",
  tier_not_entitled: "The reward is for another tier.",
  limit_reached: "The member has claimed this reward as often as allowed.",
  out_of_stock: "The reward is out of stock.",
  points_choice_invalid: "This number of points cannot be chosen.",
  points_insufficient: "The member does not have that many points.",
  code_exists: "This code exists already.",
  code_unknown: "This code does not exist.",
  code_already_used: "The code has been used already.",
  code_not_open: "The code is not open any more.",
  order_currency_differs: "The order is in another currency than the program.",
  order_figure_negative: "The order has a negative figure.",
  order_figure_too_large: "The order has a figure that is too large to count exactly.",
  order_line_repeated: "The order lists a line twice.",
  order_discount_above_price: "A discount of the order is above the price.",
  level_unknown: "The program does not have this tier.",
  lot_unknown: "These points do not exist.",
  lot_not_expired: "These points have not expired.",
  reinstatement_too_late: "The time in which these points could be given back is up.",
  merge_with_itself: "A member cannot be merged with itself.",
  merge_by_shop:
    "Your shop merged these two customers, or it was done in another installation. That cannot be undone here.",
  merge_too_late: "The 30 days in which this could be undone are over.",
  merge_not_last: "Another merge came after this one. Undo that one first.",
  merge_not_parted:
    "What the other one did counts in challenges or paid memberships by now, and gifts may stand on both. That cannot be parted again.",
  too_many_in_an_hour: "The member has done this too often within an hour.",
  challenge_unknown: "The program does not have this challenge.",
  referral_closed: "The program does not bring friends along.",
  referral_self: "Nobody can bring themselves along.",
  referral_existing_customer: "This friend has ordered before.",
  referral_already: "This friend was brought along before.",
  referral_throw_away: "The friend’s address is a throw-away one.",
  referral_in_review: "This referral waits for a look by the shop.",
  referral_not_in_review: "No referral of this friend is waiting.",
  key_reused: "This was sent twice with different content. Reload the page to see what was saved.",
  shop_refused: "The shop did not accept the reward. The points are back.",
  not_parked: "This message is already being processed.",
  pause_exists: "There is a pause already. End it first.",
  pause_over: "This pause is over already.",
  pause_times: "The end must lie in the future and after the beginning.",
  publication_over: "There is nothing left to call off: it has happened, or somebody else has called it off.",
  segments_changed: "Someone else has changed the segments in the meantime. Reload the page to see them.",
  segment_in_use:
    "The program asks for this segment, or did when orders were placed. Change it instead of deleting it.",
  draft_changed: "Someone else has changed the draft in the meantime.",
  import_running: "It is already running. Reload the page to see how far it is.",
  import_not_ready: "There is no preview at the moment. Reload the page to see how far it is.",
  import_no_program:
    "This program gives no points yet, or the draft is not right yet. Look at the program first.",
  import_preview_outdated:
    "The program has changed since the preview. Calculate again, then give the points.",
  file_gone: "This file is not there any more. Reload the page.",
  merge_other_way:
    "The other one is a customer of your shop and this one is not. Open the other member and merge this one into it.",
  undo_too_late: "This can be undone within a day, and the day is over. Change the members one by one.",
  journey_unknown: "This journey does not exist.",
  journey_unusable:
    "The journey names something your program does not have any more, such as a reward or a tier. It stays as it is.",
  journey_owed: "Your program promises this notice. It is on as long as points expire or tiers end.",
  journey_changed: "Someone else has changed this journey in the meantime. Reload the page to see it.",
  letter_changed: "Someone else has changed this mail in the meantime. Reload the page to see it.",
  too_many_test_mails: "Those were many test mails within an hour. Try again a little later.",
  file_has_questions: "Answer what the file leaves open first, and check it again.",
};

const german: Record<PageRefusal, string> = {
  member_unknown: "Dieses Mitglied gibt es nicht.",
  member_left: "Das Mitglied ist ausgetreten.",
  member_shadow: "Diese Person ist noch nicht beigetreten.",
  claiming_paused: "Das Einlösen macht gerade Pause.",
  reward_unknown: "Diese Prämie gibt es im Programm nicht.",
  reward_disabled: "Die Prämie ist abgeschaltet.",
  reward_only_given: "Diese Prämie wird nur verschenkt. Einlösen lässt sie sich nicht.",
  membership_needed: "Diese Prämie gibt es nur mit bezahlter Mitgliedschaft.",
  tier_not_entitled: "Die Prämie gilt für eine andere Stufe.",
  limit_reached: "Das Mitglied hat diese Prämie schon so oft eingelöst wie erlaubt.",
  out_of_stock: "Die Prämie ist vergriffen.",
  points_choice_invalid: "Diese Punktzahl kann man nicht wählen.",
  points_insufficient: "So viele Punkte hat das Mitglied nicht.",
  code_exists: "Diesen Code gibt es schon.",
  code_unknown: "Diesen Code gibt es nicht.",
  code_already_used: "Der Code wurde schon verwendet.",
  code_not_open: "Der Code ist nicht mehr offen.",
  order_currency_differs: "Die Bestellung hat eine andere Währung als das Programm.",
  order_figure_negative: "Die Bestellung enthält eine negative Zahl.",
  order_figure_too_large: "Die Bestellung enthält eine Zahl, die zu groß ist, um genau zu zählen.",
  order_line_repeated: "Die Bestellung enthält eine Position zweimal.",
  order_discount_above_price: "Ein Rabatt der Bestellung ist höher als der Preis.",
  level_unknown: "Diese Stufe gibt es im Programm nicht.",
  lot_unknown: "Diese Punkte gibt es nicht.",
  lot_not_expired: "Diese Punkte sind nicht verfallen.",
  reinstatement_too_late: "Die Zeit, in der sich diese Punkte zurückgeben ließen, ist vorbei.",
  merge_with_itself: "Ein Mitglied lässt sich nicht mit sich selbst zusammenführen.",
  merge_by_shop:
    "Dein Shop hat diese beiden Kunden zusammengeführt, oder es geschah in einer anderen Installation. Hier lässt sich das nicht rückgängig machen.",
  merge_too_late: "Die 30 Tage, in denen sich das rückgängig machen ließ, sind vorbei.",
  merge_not_last: "Danach kam eine weitere Zusammenführung. Mach zuerst die rückgängig.",
  merge_not_parted:
    "Was der andere getan hat, zählt inzwischen in Challenges oder bezahlten Mitgliedschaften mit, und Geschenke können auf beiden beruhen. Das lässt sich nicht wieder trennen.",
  too_many_in_an_hour: "Das Mitglied hat das innerhalb einer Stunde zu oft getan.",
  challenge_unknown: "Diese Challenge gibt es im Programm nicht.",
  referral_closed: "Empfehlungen gibt es im Programm nicht.",
  referral_self: "Niemand kann sich selbst empfehlen.",
  referral_existing_customer: "Diese Person hat schon einmal bestellt.",
  referral_already: "Diese Person wurde schon empfohlen.",
  referral_throw_away: "Die Adresse ist eine Wegwerfadresse.",
  referral_in_review: "Diese Empfehlung wartet auf einen Blick des Shops.",
  referral_not_in_review: "Für diese Person wartet keine Empfehlung.",
  key_reused:
    "Das wurde zweimal mit unterschiedlichem Inhalt geschickt. Lade die Seite neu und sieh nach, was gespeichert ist.",
  shop_refused: "Der Shop hat die Prämie nicht angenommen. Die Punkte sind zurück.",
  not_parked: "Diese Nachricht wird schon verarbeitet.",
  pause_exists: "Es gibt schon eine Pause. Beende sie zuerst.",
  pause_over: "Diese Pause ist schon vorbei.",
  pause_times: "Das Ende muss in der Zukunft und nach dem Beginn liegen.",
  publication_over:
    "Es gibt nichts mehr abzusagen: Es ist schon geschehen, oder jemand hat es bereits abgesagt.",
  segments_changed:
    "Jemand anderes hat die Segmente inzwischen geändert. Lade die Seite neu, um sie zu sehen.",
  segment_in_use:
    "Das Programm fragt nach diesem Segment oder hat es bei früheren Bestellungen getan. Ändere es, statt es zu löschen.",
  draft_changed: "Jemand anderes hat den Entwurf inzwischen geändert.",
  import_running: "Das läuft schon. Lade die Seite neu, um zu sehen, wie weit es ist.",
  import_not_ready: "Zurzeit gibt es keine Vorschau. Lade die Seite neu, um zu sehen, wie weit es ist.",
  import_no_program:
    "Dieses Programm gibt noch keine Punkte, oder der Entwurf stimmt noch nicht. Sieh dir zuerst das Programm an.",
  import_preview_outdated:
    "Das Programm hat sich seit der Vorschau geändert. Rechne noch einmal und vergib die Punkte dann.",
  file_gone: "Diese Datei gibt es nicht mehr. Bitte die Seite neu laden.",
  merge_other_way:
    "Das andere Mitglied ist Kunde deines Shops, dieses nicht. Öffne das andere und führe dieses dort zusammen.",
  undo_too_late:
    "Rückgängig machen geht einen Tag lang, und der ist vorbei. Die Mitglieder lassen sich einzeln ändern.",
  journey_unknown: "Diese Journey gibt es nicht.",
  journey_unusable:
    "Die Journey nennt etwas, das dein Programm nicht mehr hat, zum Beispiel eine Prämie oder eine Stufe. Sie bleibt, wie sie ist.",
  journey_owed:
    "Diesen Hinweis verspricht dein Programm. Er ist an, solange Punkte verfallen oder Stufen enden.",
  journey_changed:
    "Jemand anders hat diese Journey inzwischen geändert. Lade die Seite neu, um sie zu sehen.",
  letter_changed: "Jemand anders hat diese E-Mail inzwischen geändert. Lade die Seite neu, um sie zu sehen.",
  too_many_test_mails: "Das waren viele Testmails in einer Stunde. Versuch es etwas später wieder.",
  file_has_questions: "Erst beantworten, was die Datei offen lässt, und noch einmal prüfen.",
};

/** Why a wish was refused, as staff are told. */
export const refusalTexts = texts(english, german);
