import { describe, expect, it } from "vitest";
import { birthdayIn } from "./birthday-in.ts";

const read = (title: string, value: string, timezone = "Europe/Berlin"): string | null =>
  birthdayIn([{ title, value }], timezone);

describe("a birthday in a field of the merchant's own", () => {
  it.each([
    ["Birthday", "1990-05-27", "1990-05-27"],
    ["Geburtstag:", "27.5.1990", "1990-05-27"],
    ["Date of birth (optional)", "1990-05-27 00:00:00 +0000", "1990-05-27"],
    ["Date d’anniversaire *", "27/05/1990", "1990-05-27"],
    ["cumpleaños", "27.05.", "--05-27"],
    ["Data di nascita", "--05-27", "--05-27"],
    ["VERJAARDAG", "1990-05-27T00:00:00", "1990-05-27"],
  ])("%s %s is %s", (title, value, day) => {
    expect(read(title, value)).toBe(day);
  });

  it("that is an instant is the day where the shop is", () => {
    expect(read("Birthday", "1990-05-26 22:00:00 +0000")).toBe("1990-05-27");
    expect(read("Birthday", "1990-05-27 04:00:00 +0000", "America/New_York")).toBe("1990-05-27");
  });

  it.each([
    ["Birthday", "03/04/1990"],
    ["Birthday", "soon"],
    ["Birthday", ""],
    ["Birthday", "31.02.1990"],
    ["Birthday of your dog", "1990-05-27"],
    ["Customer since", "1990-05-27"],
  ])("%s %s says none", (title, value) => {
    expect(read(title, value)).toBeNull();
  });

  it("is looked for behind a field of that name that says nothing", () => {
    const fields = [
      { title: "Birthday", value: "soon" },
      { title: null, value: "1980-01-01" },
      { title: "Date of birth", value: "1990-05-27" },
    ];
    expect(birthdayIn(fields, "Europe/Berlin")).toBe("1990-05-27");
    expect(birthdayIn([], "Europe/Berlin")).toBeNull();
  });
});
