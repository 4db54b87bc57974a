import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const CERT = readFileSync("tests/fixtures/mail/localhost.crt", "utf8");
const KEY = readFileSync("tests/fixtures/mail/localhost.key", "utf8");

/** What the server does with a mail. `cut`: the connection breaks where it says. */
export type Conduct =
  | "takes"
  | "no such address"
  | "not from us"
  | "full"
  | "spam"
  | "cut in the middle"
  | "cut at the end"
  | "taken and cut"
  | "slow";

export interface Received {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly html: string;
  readonly text: string;
  readonly header: (name: string) => string;
  readonly isEncrypted: boolean;
  readonly user: string | null;
}

export interface SmtpHouse {
  readonly url: string;
  readonly ca: string;
  readonly received: Received[];
  conduct: Conduct;
  close(): Promise<void>;
}

const REFUSALS: Partial<Record<Conduct, [code: number, text: string]>> = {
  "no such address": [550, "5.1.1 no such user here"],
  "not from us": [550, "5.7.1 relaying denied"],
  full: [452, "4.2.2 mailbox full"],
};

function refusal([responseCode, message]: [number, string]): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** A real SMTP server on loopback, whose conduct can be chosen for each mail. */
export async function openSmtpHouse({ tls = true }: { tls?: boolean } = {}): Promise<SmtpHouse> {
  const received: Received[] = [];
  const house = { conduct: "takes" as Conduct };
  const server = new SMTPServer({
    key: KEY,
    cert: CERT,
    authOptional: true,
    disabledCommands: tls ? [] : ["STARTTLS"],
    onAuth: ({ username, password }, _session, done) => {
      if (password === "right") done(null, { user: username });
      else done(refusal([535, "5.7.8 who are you"]));
    },
    onRcptTo: (_address, _session, done) => {
      const wrong = REFUSALS[house.conduct];
      done(wrong === undefined ? null : refusal(wrong));
    },
    onData: (stream, session, done) => {
      const { conduct } = house;
      const cut = (): void => {
        for (const connection of server.connections) (connection as { close(): void }).close();
      };
      if (conduct === "cut in the middle") {
        cut();
        return;
      }
      void simpleParser(stream).then((mail) => {
        if (conduct === "cut at the end") {
          cut();
          return;
        }
        if (conduct === "slow") return;
        if (conduct === "spam") {
          done(refusal([554, "5.7.1 looks like spam"]));
          return;
        }
        received.push({
          from: mail.from?.text ?? "",
          to: session.envelope.rcptTo.map(({ address }) => address).join(", "),
          subject: mail.subject ?? "",
          messageId: mail.messageId ?? "",
          html: mail.html === false ? "" : (mail.html ?? ""),
          text: mail.text ?? "",
          header: (name) =>
            mail.headerLines
              .filter(({ key }) => key === name)
              .map(({ line }) =>
                line
                  .slice(line.indexOf(":") + 1)
                  .replaceAll(/\s+/gu, " ")
                  .trim(),
              )
              .join("\n"),
          isEncrypted: session.secure,
          user: session.user === undefined ? null : String(session.user),
        });
        if (conduct === "taken and cut") {
          cut();
          return;
        }
        done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(house, {
    url: `smtp://localhost:${String(port)}`,
    ca: CERT,
    received,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  });
}
