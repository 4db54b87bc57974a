import { afterEach, describe, expect, it } from "vitest";
import type { MailTransport, OutgoingMail } from "#app/messages/transports/mail-transport.ts";
import type { Conduct, Received } from "#tests/support/smtp-house.ts";

export interface MailBench {
  readonly transport: MailTransport;
  readonly received: readonly Received[];
  behave(conduct: Conduct): void;
  close(): Promise<void>;
}

export const MAIL: OutgoingMail = {
  messageId: "<m1.shop@example.com>",
  fromName: "Café „Kiez“, Berlin",
  to: "anna@example.com",
  subject: "Schön, dass du da bist – 50 Bohnen für dich",
  html: "<p>Größe ü</p>",
  text: "Größe ü\n.\n.. two dots",
  unsubscribe: "https://regulars.example/m/preferences?t=signed",
};

/** What whatever carries mails owes the app. Each transport is run through it. */
export function mailBattery(name: string, open: () => Promise<MailBench>): void {
  describe(`${name} carries mails`, () => {
    let bench: MailBench;
    afterEach(() => bench.close());

    it("whole, under their own name, with the way out in one click", async () => {
      bench = await open();
      expect(await bench.transport.send(MAIL)).toEqual({ kind: "taken" });
      const [mail] = bench.received;
      expect(mail).toMatchObject({ to: MAIL.to, subject: MAIL.subject, messageId: MAIL.messageId });
      expect(mail?.from).toContain(MAIL.fromName);
      expect(mail?.html).toContain("Größe ü");
      expect(mail?.text.trim()).toBe(MAIL.text);
      expect(mail?.header("list-unsubscribe")).toBe(`<${MAIL.unsubscribe}>`);
      expect(mail?.header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    });

    it.each([
      ["no such address", { kind: "refused", about: "address" }],
      ["not from us", { kind: "refused", about: "mail" }],
      ["spam", { kind: "refused", about: "mail" }],
      ["full", { kind: "later" }],
      ["cut in the middle", { kind: "later" }],
      ["cut at the end", { kind: "unanswered" }],
      ["taken and cut", { kind: "unanswered" }],
      ["slow", { kind: "unanswered" }],
    ] as const)("and says what became of it: %s", async (conduct, outcome) => {
      bench = await open();
      bench.behave(conduct);
      // Longer than fits into one packet, so that the middle is not the end.
      const long = conduct === "cut in the middle" ? { ...MAIL, html: "<p>x</p>".repeat(2_000_000) } : MAIL;
      expect(await bench.transport.send(long)).toMatchObject(outcome);
      bench.behave("takes");
      expect(await bench.transport.send({ ...MAIL, messageId: "<m2@example.com>" })).toEqual({
        kind: "taken",
      });
      expect(bench.received.filter(({ messageId }) => messageId === MAIL.messageId)).toHaveLength(
        conduct === "taken and cut" ? 1 : 0,
      );
    });

    it("many at once, each once", async () => {
      bench = await open();
      const mails = Array.from({ length: 40 }, (_, index) => ({
        ...MAIL,
        messageId: `<m${String(index)}@example.com>`,
      }));
      const outcomes = await Promise.all(mails.map((mail) => bench.transport.send(mail)));
      expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(["taken"]));
      expect(bench.received.map(({ messageId }) => messageId).sort()).toEqual(
        mails.map(({ messageId }) => messageId).sort(),
      );
    });
  });
}
