/** What friends and who brings them along read, in one language. `{…}` is filled in. */
export interface FriendWords {
  /** The page a link leads to, before an address is named. */
  readonly invitedBy: string;
  readonly invited: string;
  readonly gift: string;
  readonly forNew: string;
  readonly address: string;
  readonly consent: string;
  readonly send: string;
  readonly sentTitle: string;
  readonly sent: string;
  readonly wrongAddress: string;
  readonly tooMany: string;
  readonly over: string;
  /** The mail with the link that proves the address. */
  readonly mailSubject: string;
  readonly mailText: string;
  readonly mailNotYou: string;
  readonly mailButton: string;
  /** The page that link leads to. */
  readonly confirmTitle: string;
  readonly confirmText: string;
  readonly confirmButton: string;
  readonly welcome: string;
  readonly code: string;
  readonly codeHint: string;
  readonly givenPoints: string;
  readonly inReview: string;
  readonly toShop: string;
  /** Why somebody is not counted as a friend. */
  readonly self: string;
  readonly existing: string;
  readonly already: string;
  readonly throwAway: string;
  /** What the panel says to whoever brings friends along. */
  readonly link: string;
  readonly copy: string;
  readonly copied: string;
  readonly share: string;
  readonly byMail: string;
  readonly mailToFriend: string;
  readonly qr: string;
  readonly friendGets: string;
  readonly youGet: string;
  readonly youGetFrom: string;
  readonly countAfter: string;
  readonly limit: string;
  readonly joined: string;
  readonly pending: string;
  readonly matured: string;
  readonly step: string;
}
