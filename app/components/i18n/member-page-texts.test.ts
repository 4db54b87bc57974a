import { expect, test } from "vitest";
import { memberPageTexts } from "./member-page-texts.ts";

const NAMES = new Map([
  ["order:7100000001369", "#1042"],
  ["tier_entry:gold", "Gold"],
]);

test.each([
  ["order:7100000001369", "Order #1042", "Bestellung #1042"],
  ["order:7100000000972", "An order", "Eine Bestellung"],
  ["tier_entry:gold", "Welcome to Gold", "Willkommen in Gold"],
  ["tier_entry:level-7", "A new tier", "Eine neue Stufe"],
  ["activity:join:once", "Joining", "Mitmachen"],
  ["activity:walked_the_dog:4711", "Walked the dog", "Walked the dog"],
  ["adjust:a1a668a7-0f", "Given by you", "Von dir gegeben"],
  ["code:KC-1:returned", "Returned from a reward", "Zurück aus einer Prämie"],
  ["merged:42", "Another account", "Anderes Konto"],
  ["something:42", "From earlier", "Von früher"],
])("points from %s are told without a number of ours", (cause, english, german) => {
  expect(memberPageTexts.en.causeName(cause, NAMES)).toBe(english);
  expect(memberPageTexts.de.causeName(cause, NAMES)).toBe(german);
});
