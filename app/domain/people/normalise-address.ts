/**
 * The one form in which addresses are compared: without blanks around, A to Z in lower case, then composed
 * (NFC), in this order and nothing else. Two addresses that only look alike, or become alike by folding
 * further, are two people's. The order matters: NFC makes the Kelvin sign a capital K, which stays one.
 */
export function normaliseAddress(address: string): string {
  // Nearly all are in that form already, and are asked for several times an order.
  if (/^[!-@[-~]*$/.test(address)) return address;
  return address
    .trim()
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .normalize("NFC");
}
