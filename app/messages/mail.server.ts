import { encryptionEnv, mailEnv, shopifyEnv } from "#app/env.server.ts";
import type { MailTransport } from "./transports/mail-transport.ts";
import { smtpTransport } from "./transports/smtp-transport.ts";
import { type FriendLink, signFriendLink } from "./links/friend-link.ts";
import { signLink, type MailLink } from "./links/signed-link.ts";

/** What sending mails needs of this installation. */
export interface MailParts {
  readonly transport: MailTransport;
  /** What comes behind the @ of a Message-ID. */
  readonly domain: string;
  /** The address of a page of ours that a mail leads to. */
  readonly linkTo: (link: MailLink) => string;
  /** The same of a mail that is nobody's. */
  readonly emptyLink: string;
}

/** Whether this installation can send mails at all: where it cannot, pages say so and messages are passed over. */
export function mailIsSetUp(): boolean {
  return mailEnv() !== null;
}

/** Null: this installation has no mail server. */
export function mailFromEnvironment(): MailParts | null {
  const env = mailEnv();
  if (env === null) return null;
  const { SMTP_URL, MAIL_FROM, plain } = env;
  const base = shopifyEnv().SHOPIFY_APP_URL;
  const keys = encryptionEnv().REGULARS_ENCRYPTION_KEYS;
  return {
    transport: smtpTransport({ url: SMTP_URL, from: MAIL_FROM, plain }),
    domain: MAIL_FROM.slice(MAIL_FROM.lastIndexOf("@") + 1),
    linkTo: (link) => linkAddress(base, signLink(link, keys), link.kind),
    emptyLink: new URL("/m/preferences", base).href,
  };
}

/** The address of the page on which a friend confirms that a mailbox is theirs. */
export function friendLinkAddress(link: FriendLink): string {
  const address = new URL("/m/friend", shopifyEnv().SHOPIFY_APP_URL);
  address.searchParams.set("t", signFriendLink(link));
  return address.href;
}

export function linkAddress(base: string, token: string, kind: MailLink["kind"]): string {
  const address = new URL(kind === "go" ? "/m/go" : "/m/preferences", base);
  address.searchParams.set("t", token);
  return address.href;
}
