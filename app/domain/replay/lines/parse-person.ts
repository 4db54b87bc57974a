import type { CustomerFact } from "../../event.ts";
import {
  fieldsOf,
  Form,
  isFields,
  optionalFlagOf,
  optionalTextOf,
  readAt,
  textsOf,
  WrongForm,
} from "./wrong-form.ts";
import type { Fields } from "./wrong-form.ts";

/** What a line says of a person beyond what the engine asks for. `null` = it does not say. */
export interface PersonTold {
  readonly country: string | null;
  readonly region: string | null;
  readonly language: string | null;
  readonly phone: string | null;
  readonly zone: string | null;
  readonly consentEmail: boolean | null;
  readonly consentSms: boolean | null;
}

const MEMBER = new Form(
  ...["id", "email", "birthday", "tags", "phone", "zone", "country", "region", "language", "consent"],
);
const CONSENT = new Form("email", "sms");

/** The history is the merchant's own: an address that stands beside a customer's id counts as proven. */
export function customerIn(value: unknown): CustomerFact {
  const fields = fieldsOf(value, MEMBER);
  const id = optionalTextOf(fields["id"], "id");
  const email = optionalTextOf(fields["email"], "email");
  if (!id && !email) throw new WrongForm("", "an id or an email is expected");
  return {
    id,
    email,
    emailProven: id !== null,
    tags: fields["tags"] === undefined || fields["tags"] === null ? null : textsOf(fields["tags"], "tags"),
    birthday: optionalTextOf(fields["birthday"], "birthday"),
    firstName: null,
    lastName: null,
  };
}

/** What else a member's fields say; null where that is nothing, as in most orders. */
export function personIn(value: unknown): PersonTold | null {
  if (!isFields(value)) return null;
  const { country, region, language, consent, phone, zone } = value;
  if (country === undefined && region === undefined && language === undefined && consent === undefined) {
    if (phone === undefined && zone === undefined) return null;
  }
  const { email, sms } = consentIn(consent);
  return {
    country: optionalTextOf(country, "country"),
    region: optionalTextOf(region, "region"),
    language: optionalTextOf(language, "language"),
    phone: optionalTextOf(phone, "phone"),
    zone: optionalTextOf(zone, "zone"),
    consentEmail: email,
    consentSms: sms,
  };
}

function consentIn(value: unknown): { readonly email: boolean | null; readonly sms: boolean | null } {
  if (value === undefined || value === null) return { email: null, sms: null };
  return readAt("consent", () => consentOf(fieldsOf(value, CONSENT)));
}

/** Consents as they stand beside each other; a channel that is not named stays as it is. */
export function consentOf(fields: Fields): { readonly email: boolean | null; readonly sms: boolean | null } {
  return { email: optionalFlagOf(fields["email"], "email"), sms: optionalFlagOf(fields["sms"], "sms") };
}
