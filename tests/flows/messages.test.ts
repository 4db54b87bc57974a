import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eraseMember } from "#app/commands/members/erase-member.ts";
import { leaveProgram } from "#app/commands/members/leave-program.ts";
import { timestamp } from "#app/db/column-values.ts";
import { writeConsents } from "#app/db/messages/consents.ts";
import { noteTestMail } from "#app/commands/messages/note-test-mail.ts";
import { saveLetter } from "#app/commands/messages/save-letter.ts";
import { readLetter } from "#app/db/messages/letters.ts";
import { readMessage } from "#app/db/messages/message-rows.ts";
import { type NewMessage, writeMessages } from "#app/db/messages/write-messages.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { outboxRounds } from "#app/jobs/outbox/deliver-outbox.ts";
import { signLink } from "#app/messages/links/signed-link.ts";
import { linkAddress, type MailParts } from "#app/messages/mail.server.ts";
import { smtpTransport } from "#app/messages/transports/smtp-transport.ts";
import { memberRecord } from "#app/queries/members/member-record.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { openSmtpHouse, type SmtpHouse } from "#tests/support/smtp-house.ts";
import { customer, DAY, orderFact, PlainShop, START } from "./plain-shop.ts";

const HOUR = 3_600_000;
const KEYS = [{ id: "k1", bytes: Buffer.alloc(32, 1) }];

describe.each(databaseKinds)("messages, in a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  async function shopWithAnna(): Promise<{ shop: PlainShop; memberId: string }> {
    const shop = await PlainShop.open(opened.database);
    await shop.tell([orderFact("1", customer("anna"), { euros: 30 })]);
    return { shop, memberId: await shop.memberId("anna") };
  }

  const welcome = (memberId: string, more: Partial<NewMessage> = {}): NewMessage => ({
    messageId: "m1",
    memberId,
    pass: { journeyId: "welcome", journeyVersion: 1, step: "0", passKey: "1" },
    channel: "email",
    template: "welcome",
    purpose: "service",
    code: null,
    dueAt: START,
    ...more,
  });

  const write = ({ database, shopId }: PlainShop, messages: readonly NewMessage[]): Promise<void> =>
    database.transaction((tx) => writeMessages(tx, shopId, messages, START));

  const states = ({ database, shopId }: PlainShop) =>
    rowsOf<{ message_id: string; state: string; reason: string | null }>(
      database,
      "SELECT message_id, state, reason FROM message WHERE shop_id = $1 ORDER BY message_id",
      [shopId],
    );

  const untold = async ({ database, shopId }: PlainShop): Promise<number | undefined> => {
    const count = `SELECT count(*) AS count FROM outbox WHERE shop_id = $1 AND topic = 'send_message'
       AND state IN ('waiting', 'delivering')`;
    return (await rowsOf<{ count: number }>(database, count, [shopId]))[0]?.count;
  };

  /** Lets the worker hand over whatever is due at an instant. */
  async function deliver(
    shop: PlainShop,
    mail: MailParts | null = null,
    now: Instant = START,
  ): Promise<void> {
    const { database, shopId } = shop;
    const rounds = outboxRounds({ database, findPlatform: shop.platform.find, now: () => now, mail });
    rounds.wake(shopId);
    const due = async (): Promise<number | undefined> => {
      const count = `SELECT count(*) AS count FROM outbox WHERE shop_id = $1 AND topic = 'send_message'
         AND (state = 'delivering' OR (state = 'waiting' AND next_attempt_at <= $2::timestamptz))`;
      return (await rowsOf<{ count: number }>(database, count, [shopId, timestamp(now)]))[0]?.count;
    };
    await expect.poll(due, { timeout: 20_000, interval: 20 }).toBe(0);
    await rounds.stop();
  }

  describe("handed to a mail server", () => {
    let house: SmtpHouse;
    let mail: MailParts;
    beforeAll(async () => {
      house = await openSmtpHouse();
      const { url, ca } = house;
      const transport = smtpTransport({ url, ca, from: "club@example.com", plain: false, patienceMs: 3_000 });
      const linkTo: MailParts["linkTo"] = (link) =>
        linkAddress("https://regulars.example", signLink(link, KEYS), link.kind);
      mail = {
        transport,
        domain: "example.com",
        linkTo,
        emptyLink: "https://regulars.example/m/preferences",
      };
    });
    beforeEach(() => {
      house.conduct = "takes";
      house.received.length = 0;
    });
    afterAll(() => {
      mail.transport.close();
      return house.close();
    });

    it("arrive once, in the words of the shop, with what the member has, under the name that was written down", async () => {
      const { shop, memberId } = await shopWithAnna();
      await write(shop, [welcome(memberId)]);
      await deliver(shop, mail);
      await deliver(shop, mail, START + DAY);
      expect(house.received).toHaveLength(1);
      const [got] = house.received;
      expect(got).toMatchObject({ to: "anna@example.com", subject: "Willkommen bei Club" });
      expect(got?.from).toContain("Kiezcafé");
      expect(got?.text).toContain("30 Punkte");
      expect(await states(shop)).toEqual([{ message_id: "m1", state: "sent", reason: null }]);
      const kept = await readMessage(shop.database, shop.shopId, "m1");
      expect(kept).toMatchObject({ rfc_message_id: got?.messageId, handed_at: START, unanswered: 0 });
    });

    it("arrive in the shop's own words where it has written them, in the language they are written in", async () => {
      const { shop, memberId } = await shopWithAnna();
      const { database, shopId } = shop;
      const content = {
        ...{ subject: "Hallo {{ member.name }} <3", preview: "", title: "Fein & gut" },
        blocks: [{ kind: "text" as const, text: "Du hast {{ member.points }}." }],
      };
      const wish = { shopId, template: "welcome", name: null, content, actor: "test", now: START };
      expect(await saveLetter(database, { ...wish, language: "de", revision: 0 })).toEqual({ ok: true });
      expect(await saveLetter(database, { ...wish, language: "de", revision: 0 })).toMatchObject({
        ok: false,
      });
      await write(shop, [welcome(memberId)]);
      await deliver(shop, mail);
      const text = expect.stringContaining("Du hast 30 Punkte.") as string;
      expect(house.received).toMatchObject([{ subject: "Hallo Anna <3", text }]);
      await saveLetter(database, { ...wish, content: null, language: "de", revision: 1 });
      expect(await readLetter(database, shopId, "welcome")).toMatchObject({ texts: {}, revision: 2 });
    });

    it("to look at are sent to whoever asks, marked, twenty in an hour", async () => {
      const { shop } = await shopWithAnna();
      const { database, shopId } = shop;
      const note = { template: "welcome", actor: "test", now: START };
      const noted = [];
      for (let time = 0; time < 21; time += 1) noted.push(await noteTestMail(database, shopId, note));
      expect(noted.indexOf(false)).toBe(20);
      expect(await noteTestMail(database, shopId, { ...note, now: START + DAY })).toBe(true);
    });

    it("go again under the same name where the server had no room, and are not counted as repeated", async () => {
      const { shop, memberId } = await shopWithAnna();
      await write(shop, [welcome(memberId)]);
      house.conduct = "full";
      await deliver(shop, mail);
      expect(await states(shop)).toEqual([{ message_id: "m1", state: "waiting", reason: null }]);
      const named = (await readMessage(shop.database, shop.shopId, "m1"))?.rfc_message_id;
      house.conduct = "takes";
      await deliver(shop, mail, START + DAY);
      expect(house.received).toMatchObject([{ messageId: named }]);
    });

    it("wait for a server that is down for a day, and for the end of the night", async () => {
      const { shop, memberId } = await shopWithAnna();
      await write(shop, [welcome(memberId)]);
      house.conduct = "full";
      for (let hours = 0; hours < 24; hours += 4) await deliver(shop, mail, START + hours * HOUR);
      house.conduct = "takes";
      // It was tried last at 8 in the morning of the second day: the night before it, nothing was.
      await deliver(shop, mail, START + 24 * HOUR + 11 * HOUR);
      expect(house.received).toEqual([]);
      await deliver(shop, mail, START + 44 * HOUR);
      expect(house.received).toHaveLength(1);
    });

    it("are given up after three days", async () => {
      const { shop, memberId } = await shopWithAnna();
      await write(shop, [welcome(memberId)]);
      house.conduct = "full";
      await deliver(shop, mail);
      house.conduct = "takes";
      await deliver(shop, mail, START + 3 * DAY);
      expect(await states(shop)).toEqual([{ message_id: "m1", state: "failed", reason: "too_late" }]);
    });

    it("are repeated once at most where the server takes them and does not say so", async () => {
      const { shop, memberId } = await shopWithAnna();
      await write(shop, [welcome(memberId)]);
      house.conduct = "taken and cut";
      for (let hours = 0; hours < 5; hours += 1) await deliver(shop, mail, START + hours * HOUR);
      expect(house.received).toHaveLength(2);
      expect(new Set(house.received.map(({ messageId }) => messageId)).size).toBe(1);
      expect(await states(shop)).toEqual([{ message_id: "m1", state: "failed", reason: "no_answer" }]);
    });

    it("end at an address that leads nowhere, and so does every later one; another address of theirs is written to", async () => {
      const { shop, memberId } = await shopWithAnna();
      await write(shop, [welcome(memberId)]);
      house.conduct = "no such address";
      await deliver(shop, mail);
      expect(await states(shop)).toEqual([{ message_id: "m1", state: "failed", reason: "bounced" }]);
      house.conduct = "takes";
      await write(shop, [welcome(memberId, { messageId: "m2" })]);
      await deliver(shop, mail);
      await shop.tell([
        {
          type: "customer",
          at: START,
          customer: customer("anna", { email: "new@example.com" }),
          joined: false,
        },
      ]);
      await write(shop, [welcome(memberId, { messageId: "m3" })]);
      await deliver(shop, mail);
      expect(await states(shop)).toMatchObject([
        { state: "failed" },
        { state: "skipped", reason: "suppressed" },
        { state: "sent" },
      ]);
    });

    it("are marketing only with a consent, and service unless it was declined", async () => {
      const { shop, memberId } = await shopWithAnna();
      const { database, shopId } = shop;
      const said = (purpose: "marketing" | "service", granted: boolean, at: Instant): Promise<void> =>
        writeConsents(database, shopId, [
          {
            ...{ memberId, channel: "email", purpose, granted, at },
            ...{ source: "preferences", wording: null, recordOf: null },
          },
        ]);
      const send = async (messageId: string, purpose: "marketing" | "service"): Promise<void> => {
        await write(shop, [welcome(memberId, { messageId, purpose })]);
        await deliver(shop, mail);
      };
      await send("m1", "marketing");
      await said("marketing", true, START);
      await send("m2", "marketing");
      await said("marketing", false, START + 1);
      // What is told late of before does not undo it.
      await said("marketing", true, START - 1);
      await send("m3", "marketing");
      await send("m4", "service");
      await said("service", false, START + 1);
      await send("m5", "service");
      expect((await states(shop)).map(({ reason }) => reason)).toEqual([
        "no_consent",
        null,
        "no_consent",
        null,
        "no_consent",
      ]);
    });

    it("are not sent to whoever has left, nor by a template that nobody wrote", async () => {
      const { shop, memberId } = await shopWithAnna();
      await write(shop, [welcome(memberId, { template: "nothing" })]);
      await deliver(shop, mail);
      await leaveProgram(shop.database, { shopId: shop.shopId, memberId, now: START });
      await write(shop, [welcome(memberId, { messageId: "m2" })]);
      await deliver(shop, mail);
      expect(await states(shop)).toEqual([
        { message_id: "m1", state: "failed", reason: "no_template" },
        { message_id: "m2", state: "skipped", reason: "left" },
      ]);
      expect(house.received).toEqual([]);
    });
  });

  it("are written down once, whoever writes them again", async () => {
    const { shop, memberId } = await shopWithAnna();
    await write(shop, [welcome(memberId), welcome(memberId, { messageId: "m2" })]);
    await write(shop, [welcome(memberId)]);
    expect(await states(shop)).toMatchObject([{ message_id: "m1" }, { message_id: "m2" }]);
    expect(await untold(shop)).toBe(2);
  });

  it("are passed over, with the reason, where the installation has no server to hand them to", async () => {
    const { shop, memberId } = await shopWithAnna();
    await write(shop, [welcome(memberId)]);
    await deliver(shop);
    expect(await states(shop)).toEqual([{ message_id: "m1", state: "skipped", reason: "no_server" }]);
  });

  it("stand in the member's record, and go with their erasure; nobody who is gone is written to", async () => {
    const { shop, memberId } = await shopWithAnna();
    const { database, shopId } = shop;
    await write(shop, [welcome(memberId)]);
    expect(await memberRecord(database, shopId, memberId)).toMatchObject({
      written: [{ message_id: "m1" }],
    });
    await eraseMember(database, { shopId, memberId, actor: "shopify:user:1", now: START });
    await write(shop, [welcome(memberId, { messageId: "m2" })]);
    expect(await states(shop)).toEqual([]);
    await deliver(shop);
  });
});
