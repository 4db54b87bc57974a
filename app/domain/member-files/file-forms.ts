import type { DayOrder } from "./parse-day-cell.ts";
import type { MemberField } from "./member-field.ts";

/** Whose export a file is. */
export const FILE_FORMS = ["own", "smile", "loyaltylion", "yotpo", "rivo", "joy", "unknown"] as const;
export type FileForm = (typeof FILE_FORMS)[number];

/** The columns of the app's own file of members, as it is exported and read. */
export const OWN_COLUMNS = [
  "customer_id",
  "email",
  "first_name",
  "last_name",
  "status",
  "points",
  "lots",
  "tier",
  "tier_until",
  "birthday",
  "joined_on",
] as const;

interface KnownForm {
  readonly form: Exclude<FileForm, "unknown">;
  /** The columns that tell it from all others, each as any of several names. */
  readonly tells: readonly (readonly string[])[];
  /** Its own names of columns; others are looked for among the usual ones. */
  readonly columns: Readonly<Record<string, MemberField>>;
  /** How it writes days, where its documentation says so. */
  readonly dayOrder: DayOrder | null;
}

/**
 * The exports of other programs, by the names in their documentation. Merchants may rename columns in some of
 * them, so whatever is not recognised is mapped by hand. First match wins.
 */
export const KNOWN_FORMS: readonly KnownForm[] = [
  {
    form: "own",
    tells: [["customer id"], ["lots"], ["tier until"], ["points"]],
    columns: {},
    dayOrder: null,
  },
  {
    form: "loyaltylion",
    tells: [["points approved", "approved points", "points balance approved"]],
    columns: {
      "points approved": "points",
      "approved points": "points",
      "merchant id": "customer_id",
      "loyalty tier": "tier",
      "loyalty tier name": "tier",
      "tier expires at": "tier_until",
      "birth date": "birthday",
    },
    dayOrder: null,
  },
  {
    form: "rivo",
    tells: [["points balance"], ["birthdate", "credits balance"], ["vip tier", "activation date"]],
    columns: { "points balance": "points", birthdate: "birthday", "vip tier": "tier" },
    dayOrder: null,
  },
  {
    form: "smile",
    tells: [["points balance"], ["date of birth", "state", "referral url"]],
    columns: {
      "points balance": "points",
      "date of birth": "birthday",
      "vip tier": "tier",
      "vip tier name": "tier",
      "vip tier expires at": "tier_until",
      "points expire at": "expires_on",
    },
    dayOrder: null,
  },
  {
    form: "yotpo",
    tells: [
      ["points balance", "current points balance"],
      ["points spent", "referral link", "birthday mm dd", "birthday mm dd yyyy", "anniversary"],
    ],
    columns: {
      "current points balance": "points",
      "birthday mm dd": "birthday",
      "birthday mm dd yyyy": "birthday",
      "vip tier": "tier",
    },
    dayOrder: "month_first",
  },
  {
    form: "joy",
    tells: [["membership type"], ["points", "point"]],
    columns: {
      "membership type": "tier",
      point: "points",
      name: "full_name",
      "birthday mm dd": "birthday",
    },
    dayOrder: "month_first",
  },
];

/** Names of columns that say the same wherever they stand. */
export const USUAL_COLUMNS: Readonly<Record<string, MemberField>> = {
  email: "email",
  "e mail": "email",
  "email address": "email",
  "e mail adresse": "email",
  "customer email": "email",
  "customer id": "customer_id",
  "shopify id": "customer_id",
  "shopify customer id": "customer_id",
  kundennummer: "customer_id",
  "first name": "first_name",
  firstname: "first_name",
  vorname: "first_name",
  "last name": "last_name",
  lastname: "last_name",
  nachname: "last_name",
  "full name": "full_name",
  name: "full_name",
  points: "points",
  punkte: "points",
  "points balance": "points",
  "point balance": "points",
  balance: "points",
  punktestand: "points",
  "expires on": "expires_on",
  "expires at": "expires_on",
  "expiry date": "expires_on",
  "points expiry": "expires_on",
  "points expire on": "expires_on",
  "gültig bis": "expires_on",
  lots: "lots",
  tier: "tier",
  "vip tier": "tier",
  level: "tier",
  stufe: "tier",
  "tier until": "tier_until",
  "stufe bis": "tier_until",
  birthday: "birthday",
  birthdate: "birthday",
  "date of birth": "birthday",
  geburtstag: "birthday",
  geburtsdatum: "birthday",
};
