import { expect, test } from "vitest";
import { OWN_COLUMNS } from "./file-forms.ts";
import { recogniseForm } from "./recognise-form.ts";

const columns = (text: string) => text.split(",");

test.each([
  [
    "own",
    OWN_COLUMNS.join(","),
    "customer_id,email,first_name,last_name,,points,lots,tier,tier_until,birthday,",
  ],
  [
    "smile",
    "First Name,Last Name,Email,State,Points Balance,Date of Birth,Referral URL,VIP Tier",
    "first_name,last_name,email,,points,birthday,,tier",
  ],
  [
    "smile",
    "id,first_name,last_name,email,state,date_of_birth,points_balance,referral_url,created_at",
    ",first_name,last_name,email,,birthday,points,,",
  ],
  [
    "loyaltylion",
    "Merchant ID,Email,Name,Points approved,Points pending,Points spent,Loyalty tier,Birthday",
    "customer_id,email,full_name,points,,,tier,birthday",
  ],
  [
    "yotpo",
    "Full Name,First Name,Last Name,Email,Points Balance,Points Spent,Birthday (MM/DD),Anniversary",
    "full_name,first_name,last_name,email,points,,birthday,",
  ],
  [
    "yotpo",
    "Email address,First name,Last name,Current points balance,Referral link",
    "email,first_name,last_name,points,",
  ],
  [
    "rivo",
    "Email,Points Balance,Birthdate,VIP Tier,Activation Date,Credits Balance",
    "email,points,birthday,tier,,",
  ],
  ["joy", "Email,Name,Membership Type,Points,Birthday,Created Date", "email,full_name,tier,points,birthday,"],
  ["unknown", "email,points", "email,points"],
  [
    "unknown",
    "E-Mail-Adresse,Vorname,Nachname,Punktestand,Gültig bis",
    "email,first_name,last_name,points,expires_on",
  ],
  ["unknown", "Mail,Guthaben", ","],
])("the columns of %s: %s", (form, header, fields) => {
  const recognised = recogniseForm(columns(header));
  expect(recognised.form).toBe(form);
  expect(recognised.mapping.map((field) => field ?? "").join(",")).toBe(fields);
});

test("of two columns that say the same the first is read", () => {
  expect(recogniseForm(["Points", "Email", "Balance"]).mapping).toEqual(["points", "email", null]);
});

test("two programs document their days month first; of others it is asked", () => {
  const orders = ["Email,Points Balance,Points Spent", "Email,Membership Type,Points", "email,points"].map(
    (header) => recogniseForm(columns(header)).dayOrder,
  );
  expect(orders).toEqual(["month_first", "month_first", null]);
});
