import { afterAll, beforeAll, expect, it } from "vitest";
import { smtpTransport } from "#app/messages/transports/smtp-transport.ts";
import { CodeMails } from "#simulator/ecwid/code-mails.ts";
import { Mailbox } from "#simulator/mail/mailbox.ts";
import { type MailServer, startMailServer } from "#simulator/mail/start-mail-server.ts";
import { MAIL } from "./mail-battery.ts";

const mailbox = new Mailbox();
const codes = new CodeMails(mailbox);
let server: MailServer;
beforeAll(async () => {
  server = await startMailServer(mailbox);
});
afterAll(() => server.close());

function ask(path: string, body: string | null = null): string {
  const answer = codes.answer({
    method: body === null ? "GET" : "POST",
    url: new URL(path, "http://fake.invalid"),
    host: "localhost",
    headers: {},
    body: Buffer.from(body ?? ""),
  });
  return String(answer.body);
}

it("the demo's mailbox shows mails and codes for anybody, the latest first, and opens them", async () => {
  const transport = smtpTransport({ url: server.url, from: "club@example.com", plain: true });
  expect(await transport.send({ ...MAIL, subject: "<b>Hello</b>" })).toEqual({ kind: "taken" });
  transport.close();
  ask("/_mailbox", JSON.stringify({ storeId: "1003", address: "berta@example.com", code: "123456" }));
  const list = ask("/_mailbox");
  expect(list.indexOf("123456")).toBeGreaterThan(-1);
  expect(list.indexOf("123456")).toBeLessThan(list.indexOf("&lt;b&gt;Hello"));
  expect(ask("/_mailbox/0")).toContain('src="/_mailbox/0/html"');
  expect(ask("/_mailbox/0/html")).toContain("Größe ü");
  expect(ask("/_mailbox/1")).toContain("Your code for store 1003 is 123456.");
  expect(ask("/_mailbox/2")).toContain("There is no such mail.");
  expect(mailbox.to(MAIL.to)).toHaveLength(1);
  expect(codes.to("berta@example.com")).toMatchObject([{ code: "123456" }]);
});
