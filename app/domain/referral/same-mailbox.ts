/** Hosts that let dots in a mailbox's name pass unseen. */
const DOTS_IGNORED: ReadonlySet<string> = new Set(["gmail.com", "googlemail.com"]);

/** Hosts at which what follows a plus is a note of the owner's and not part of the mailbox's name. */
const PLUS_IGNORED: ReadonlySet<string> = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "icloud.com",
  "me.com",
  "fastmail.com",
  "proton.me",
  "protonmail.com",
  "pm.me",
  "posteo.de",
  "mailbox.org",
]);

const ONE_HOST: Readonly<Record<string, string>> = {
  "googlemail.com": "gmail.com",
  "protonmail.com": "proton.me",
  "pm.me": "proton.me",
};

/** Letters of other scripts that look like Latin ones (Unicode's list of confusables, the lower-case letters of it). */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: "a",
  ɑ: "a",
  α: "a",
  с: "c",
  ԁ: "d",
  е: "e",
  һ: "h",
  і: "i",
  ı: "i",
  ι: "i",
  ј: "j",
  κ: "k",
  ӏ: "l",
  ո: "n",
  о: "o",
  ο: "o",
  օ: "o",
  р: "p",
  ρ: "p",
  ԛ: "q",
  ѕ: "s",
  υ: "u",
  ս: "u",
  ν: "v",
  ѵ: "v",
  ԝ: "w",
  х: "x",
  у: "y",
  γ: "y",
};

/** Combining marks, apart from the letters they stand on. */
const MARKS = /\p{M}/gu;

/**
 * What two addresses have in common that reach one mailbox, or look as if they did: without dots and
 * plus where mailboxes ignore them, and look-alike letters as the Latin ones. For referral only: for
 * everything else such addresses are strangers.
 */
export function mailboxOf(address: string): string {
  const plain = plainLetters(address);
  const at = plain.lastIndexOf("@");
  if (at < 0) return plain;
  const host = plain.slice(at + 1);
  let name = plain.slice(0, at);
  if (PLUS_IGNORED.has(host)) name = name.split("+", 1).join("");
  if (DOTS_IGNORED.has(host)) name = name.replaceAll(".", "");
  return `${name}@${ONE_HOST[host] ?? host}`;
}

function plainLetters(address: string): string {
  const folded = address.trim().normalize("NFKD").replace(MARKS, "").toLowerCase();
  return Array.from(folded, (letter) => LOOK_ALIKES[letter] ?? letter).join("");
}
