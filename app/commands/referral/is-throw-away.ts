import mailchecker from "mailchecker";

/** Whether an address is of a host that lends mailboxes to throw away, by the list of the package. */
export function isThrowAway(address: string): boolean {
  const host = address.slice(address.lastIndexOf("@") + 1);
  // The local part is none of the list's business: only the host is asked for.
  return !mailchecker.isValid(`mailbox@${host}`);
}
