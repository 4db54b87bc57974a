import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { Mailbox } from "./mailbox.ts";

export interface MailServer {
  /** What the app takes for its mail server. */
  readonly url: string;
  close(): Promise<void>;
}

/** An SMTP server on loopback that takes every mail, without encryption, and puts it into a mailbox. */
export async function startMailServer(mailbox: Mailbox, port = 0): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        for (const { address } of session.envelope.rcptTo) {
          mailbox.take({
            to: address,
            from: mail.from?.text ?? "",
            subject: mail.subject ?? "",
            text: mail.text ?? "",
            html: mail.html === false ? null : (mail.html ?? null),
          });
        }
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  // A listening TCP server has an address of this kind.
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${String(taken)}`,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
