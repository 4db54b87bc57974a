/** A mail as it is handed over, whole. */
export interface OutgoingMail {
  /** Its own Message-ID, with the angle brackets. Handed over again, it is the same mail. */
  readonly messageId: string;
  readonly fromName: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Where one click ends such mails, without anything being asked (RFC 8058); null: it is the only one. */
  readonly unsubscribe: string | null;
}

/** What became of handing a mail over. */
export type Handover =
  /** The server has taken it over: it is the server's now. */
  | { readonly kind: "taken" }
  /** The server says no and will say no again. `address`: it is the address that it refuses. */
  | { readonly kind: "refused"; readonly reason: string; readonly about: "address" | "mail" }
  /** It was not taken, for now. */
  | { readonly kind: "later"; readonly reason: string }
  /** All of it was handed over, and nobody said whether it was taken. */
  | { readonly kind: "unanswered"; readonly reason: string };

/** Carries mails to a server that delivers them. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<Handover>;
  close(): void;
}
