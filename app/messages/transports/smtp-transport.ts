import { Transform } from "node:stream";
import { createTransport } from "nodemailer";
import { z } from "zod";
import { describeError } from "#app/log.server.ts";
import type { Handover, MailTransport, OutgoingMail } from "./mail-transport.ts";

export interface SmtpOptions {
  readonly url: string;
  readonly from: string;
  /** Without encryption: for a server on this machine. */
  readonly plain: boolean;
  /** How long the server may take for each of its answers. */
  readonly patienceMs?: number;
  readonly connections?: number;
  /** A certificate authority beside the known ones. */
  readonly ca?: string;
}

const SUBMISSION_PORT = 587;
const IMPLICIT_TLS_PORT = 465;
const PATIENCE_MS = 20_000;
const CONNECTIONS = 10;

/** What nodemailer throws, as far as it says something. */
const failure = z.object({
  responseCode: z.number().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
});

/** Answers to anything else speak of the connection or of who we are. */
const ABOUT_THE_MAIL: ReadonlySet<string> = new Set(["RCPT TO", "DATA"]);

/** Hands mails to an SMTP server over a few connections that are kept open. */
export function smtpTransport(options: SmtpOptions): MailTransport {
  const { from, plain, connections = CONNECTIONS, patienceMs = PATIENCE_MS } = options;
  const pool = createTransport({
    ...serverOf(options.url),
    pool: true,
    maxConnections: connections,
    // A connection that breaks is told to us: only we know whether the mail may go again.
    maxRequeues: 0,
    ...(plain ? { ignoreTLS: true } : { requireTLS: true }),
    tls: { minVersion: "TLSv1.2", ...(options.ca === undefined ? {} : { ca: options.ca }) },
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  /** Mails of which the last byte has left: the server may have taken them, whether or not it can say so. */
  const through = new Set<string>();
  pool.use("stream", ({ message, data }, done) => {
    message.transform(() => noteTheEnd(() => through.add(String(data.messageId))));
    done();
  });
  return {
    async send(mail) {
      try {
        await pool.sendMail(formed(mail, from));
        return { kind: "taken" };
      } catch (error) {
        return outcomeOf(error, through.has(mail.messageId));
      } finally {
        through.delete(mail.messageId);
      }
    },
    close() {
      pool.close();
    },
  };
}

function noteTheEnd(ended: () => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      pass(null, chunk);
    },
    flush(end) {
      ended();
      end();
    },
  });
}

function serverOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  return {
    host: hostname,
    port: port === "" ? (secure ? IMPLICIT_TLS_PORT : SUBMISSION_PORT) : Number(port),
    secure,
    ...(username === ""
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

function formed(mail: OutgoingMail, from: string) {
  const { messageId, fromName, to, subject, html, text, unsubscribe } = mail;
  return {
    messageId,
    from: { name: fromName, address: from },
    to: { name: "", address: to },
    subject,
    html,
    text,
    headers: {
      ...(unsubscribe === null
        ? {}
        : {
            "List-Unsubscribe": { prepared: true, value: `<${unsubscribe}>` },
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }),
      "Auto-Submitted": "auto-generated",
    },
  };
}

/** A refusal for good is the server's own 5xx; one about our own log-in is mended by whoever runs the app. */
function outcomeOf(error: unknown, isThrough: boolean): Handover {
  const said = failure.safeParse(error);
  const reason = describeError(error);
  const { responseCode, command = "", response = "" } = said.success ? said.data : {};
  if (responseCode !== undefined) {
    const isFinal = responseCode >= 500 && ABOUT_THE_MAIL.has(command);
    if (!isFinal) return { kind: "later", reason };
    return { kind: "refused", reason, about: isAboutAddress(command, response) ? "address" : "mail" };
  }
  return isThrough ? { kind: "unanswered", reason } : { kind: "later", reason };
}

/** RFC 3463: 5.1.x and 5.2.1 say that the address leads nowhere; anything else (5.7.1, policy) is about this mail. */
function isAboutAddress(command: string, response: string): boolean {
  if (command !== "RCPT TO") return false;
  const [, detail] = /^5\d\d[ -](5\.\d+\.\d+)/u.exec(response) ?? [];
  return detail === undefined || detail.startsWith("5.1.") || detail === "5.2.1";
}
