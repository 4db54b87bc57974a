import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { discardFile, readAnew, startImport, undoImport } from "#app/commands/member-files/change-import.ts";
import { wrongRows } from "#app/db/member-files/member-file-rows.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { whereKept } from "#tests/support/kept-of-shop.ts";
import { book, byAddress, counts, FILE, lots, openClub, upload, wish, work } from "./member-file-shop.ts";
import { customer, DAY, orderFact, START } from "./plain-shop.ts";

describe.each(databaseKinds)("files of members, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const open = () => openClub(opened.database);

  it("says before what it would do, and then does it, each line once", async () => {
    const shop = await open();
    await shop.tell([orderFact("1", customer("anna"), { euros: 20 })]);
    const file = await upload(shop, FILE);
    expect(file).toMatchObject({ state: "ready", position: 5, form: "unknown" });
    expect(await counts(shop, file)).toEqual({ known: [1, 320], new: [2, 140], wrong: [1, 0] });
    expect(
      await rowsOf(shop.database, "SELECT 1 FROM member WHERE shop_id = $1", [shop.shopId]),
    ).toHaveLength(1);

    await startImport(shop.database, wish(shop, file));
    expect((await work(shop)).state).toBe("done");
    expect(await counts(shop, file)).toEqual({ booked: [3, 460], wrong: [1, 0] });
    expect(await shop.member("anna")).toMatchObject({ available: 20 + 50 + 320, tier_level_id: "gold" });
    expect(await shop.member("new-1")).toMatchObject({ status: "active", available: 100 });
    expect(await byAddress(shop, "guest@example.com")).toEqual({
      status: "shadow",
      available: 40,
      birthday: "--05-27",
    });
    expect(await lots(shop)).toContainEqual({
      remaining: 320,
      expires_at: Date.parse("2027-01-01T00:00:00+01:00"),
    });
    expect(await shop.contradiction()).toBeNull();
  });

  it("nobody is written to, and who took part before is not given the points for joining again", async () => {
    const shop = await open();
    await book(shop, FILE);
    const topics = await rowsOf<{ topic: string }>(
      shop.database,
      "SELECT DISTINCT topic FROM outbox WHERE shop_id = $1",
      [shop.shopId],
    );
    expect(topics).toEqual([{ topic: "publish_member_state" }]);
    await shop.tell([orderFact("1", customer("new-1", { email: "neu@example.com" }), { euros: 20 })]);
    expect((await shop.member("new-1")).available).toBe(120);
  });

  it("who is known by an address alone becomes the customer that proves it, and joins then", async () => {
    const shop = await open();
    await book(shop, FILE);
    await shop.tell([
      {
        type: "customer",
        at: START,
        customer: customer("gerd", { email: "guest@example.com" }),
        joined: true,
      },
    ]);
    expect(await shop.member("gerd")).toMatchObject({ status: "active", available: 40 + 50 });
    expect(await shop.contradiction()).toBeNull();
  });

  it("the same file twice adds nothing, and a corrected one just the correction", async () => {
    const shop = await open();
    await book(shop, FILE);
    const again = await upload(shop, FILE, START + 1);
    expect(await counts(shop, again)).toEqual({ same: [3, 0], wrong: [1, 0] });
    await startImport(shop.database, wish(shop, again, START + 1));
    await work(shop, START + 1);
    expect((await shop.member("new-1")).available).toBe(100);
    await book(shop, FILE.replace(",100,", ",130,").replace("broken", "ok@example.com"), START + 2);
    expect((await shop.member("new-1")).available).toBe(130);
    expect((await byAddress(shop, "ok@example.com"))?.available).toBe(10);
    await book(shop, FILE.replace(",100,", ",90,"), START + 3);
    expect((await shop.member("new-1")).available).toBe(90);
    expect(await shop.contradiction()).toBeNull();
  });

  it("taken back, what is left goes by counter-entries, and tiers and birthdays are as before", async () => {
    const shop = await open();
    await shop.tell([orderFact("1", customer("anna"), { euros: 20 })]);
    const before = await shop.member("anna");
    const file = await book(shop, FILE);
    expect(await undoImport(shop.database, wish(shop, file, START + DAY))).toEqual({ ok: true });
    expect((await work(shop, START + DAY)).state).toBe("undone");
    const after = await shop.member("anna");
    expect(after).toEqual(before);
    expect(await byAddress(shop, "anna@example.com")).toMatchObject({ birthday: null });
    expect(await counts(shop, file)).toEqual({ undone: [3, 0], wrong: [1, 0] });
    const kinds = await rowsOf<{ kind: string }>(
      shop.database,
      "SELECT kind FROM ledger_transaction WHERE shop_id = $1 AND key LIKE 'opening:%' ORDER BY transaction_id",
      [shop.shopId],
    );
    expect(kinds).toHaveLength(6);
    expect(await shop.contradiction()).toBeNull();
    await book(shop, FILE, START + 2 * DAY);
    expect((await shop.member("anna")).available).toBe(before.available + 320);
  });

  it("1.500 and 03/04/2026 are asked about once for the file, and nothing is booked before", async () => {
    const shop = await open();
    const text = "email,points,expires_on\na@example.com,1.500,03/04/2026\nb@example.com,2.500,2026-12-31\n";
    const file = await upload(shop, text);
    expect(file.questions).toEqual({ pointSigns: "1.500", dayOrder: "03/04/2026", tiers: [] });
    expect(await startImport(shop.database, wish(shop, file))).toEqual({
      ok: false,
      refusal: "file_has_questions",
    });
    const answers = { pointSigns: "thousands", dayOrder: "day_first" } as const;
    await readAnew(shop.database, wish(shop, file, START + 1), { ...file.reading, ...answers });
    const answered = await work(shop, START + 1);
    expect(await counts(shop, answered)).toEqual({ new: [2, 4000] });
    await startImport(shop.database, wish(shop, answered, START + 1));
    await work(shop, START + 1);
    expect((await lots(shop)).map(({ remaining }) => remaining)).toEqual([1500, 2500]);
  });

  it("a tier the program does not have is asked about, and can be left out or be another", async () => {
    const shop = await open();
    const file = await upload(shop, "customer_id,points,tier\nx,5,Platin\ny,6,GOLD\n");
    expect(file.questions.tiers).toEqual(["Platin"]);
    expect(await counts(shop, file)).toEqual({ new: [1, 6], wrong: [1, 0] });
    await readAnew(shop.database, wish(shop, file, START + 1), {
      ...file.reading,
      tiers: { platin: "gold" },
    });
    const answered = await work(shop, START + 1);
    await startImport(shop.database, wish(shop, answered, START + 1));
    await work(shop, START + 1);
    expect((await shop.member("x")).tier_level_id).toBe("gold");
  });

  it.each([
    ["UTF-16", Buffer.from("\ufeffemail\tpoints\nuser@example.com\t7\n", "utf16le"), "utf-16le", "\t"],
    [
      "Windows",
      Buffer.from("email;Vorname;points\nuser@example.com;Jürgen;7\n", "latin1"),
      "windows-1252",
      ";",
    ],
    ["pipes", Buffer.from('\ufeffemail|name|points\r\nuser@example.com|"A ""|"" B"|7\r\n'), "utf-8", "|"],
  ] as const)("is read as it is written: %s", async (_, bytes, encoding, separator) => {
    const shop = await open();
    const file = await book(shop, bytes);
    expect(file.reading).toMatchObject({ encoding, separator });
    expect((await byAddress(shop, "user@example.com"))?.available).toBe(7);
  });

  it("names a line that stands twice, who has left, and who was erased", async () => {
    const shop = await open();
    await shop.tell([
      orderFact("1", customer("anna"), { euros: 20 }),
      orderFact("2", customer("bert"), { euros: 20 }),
    ]);
    await shop.tell([{ type: "customer_deleted", at: START, customerId: "bert" }]);
    const erased = { id: "anna", email: "anna@example.com" };
    await shop.tell([{ type: "customer_redacted", at: START, customer: erased }]);
    const file = await upload(shop, "customer_id,points\nx,1\nx,2\nbert,3\nanna,4\n");
    const wrong = await wrongRows(shop.database, shop.shopId, file.fileId, { behind: 0, most: 10 });
    expect(wrong.map(({ line, problems }) => [line, problems[0]?.kind])).toEqual([
      [3, "repeated"],
      [4, "has_left"],
      [5, "erased"],
    ]);
  });

  it("keeps nothing personal once it is booked or discarded, nor of who is erased meanwhile", async () => {
    const shop = await open();
    const file = await upload(shop, "email,first_name,points\npersonal@example.com,Personal,5\n");
    await shop.tell([
      { type: "customer_redacted", at: START, customer: { id: null, email: "personal@example.com" } },
    ]);
    expect(await counts(shop, file)).toEqual({});
    await discardFile(shop.database, wish(shop, file));
    expect(await whereKept(shop.database, shop.shopId, ["personal"])).toEqual([]);
    await book(shop, "customer_id,first_name,points\n77,Personal,5\n", START + 1);
    const kept = await whereKept(shop.database, shop.shopId, ["personal"]);
    expect(kept).toEqual(["member: personal"]);
  });

  it("a file that breaks off within a quotation says so and can be discarded", async () => {
    const shop = await open();
    const file = await upload(shop, 'email,points\n"a@example.com,5\n');
    expect(file).toMatchObject({ state: "failed", reason: "CSV_QUOTE_NOT_CLOSED" });
    expect(await discardFile(shop.database, wish(shop, file))).toEqual({ ok: true });
  });
});
