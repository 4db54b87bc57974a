import { expect, it } from "vitest";
import { smtpTransport } from "#app/messages/transports/smtp-transport.ts";
import { openSmtpHouse } from "#tests/support/smtp-house.ts";
import { MAIL, mailBattery } from "./mail-battery.ts";

/** Short, so that a server that never answers is not waited for; longer than any answer on loopback takes. */
const PATIENCE_MS = 3_000;

mailBattery("SMTP with STARTTLS", async () => {
  const house = await openSmtpHouse();
  const url = house.url.replace("//", "//club:right@");
  const transport = smtpTransport({
    url,
    from: "club@example.com",
    plain: false,
    ca: house.ca,
    patienceMs: PATIENCE_MS,
  });
  return {
    transport,
    received: house.received,
    behave: (conduct) => (house.conduct = conduct),
    close: () => {
      transport.close();
      return house.close();
    },
  };
});

async function sentTo(
  house: Awaited<ReturnType<typeof openSmtpHouse>>,
  more: { url?: string; plain?: boolean; ca?: string } = {},
) {
  const transport = smtpTransport({
    url: house.url,
    from: "club@example.com",
    plain: false,
    patienceMs: PATIENCE_MS,
    ...more,
  });
  try {
    return await transport.send(MAIL);
  } finally {
    transport.close();
    await house.close();
  }
}

it("encrypts before it says who it is", async () => {
  const house = await openSmtpHouse();
  const url = house.url.replace("//", "//club:right@");
  expect(await sentTo(house, { url, ca: house.ca })).toEqual({ kind: "taken" });
  expect(house.received).toMatchObject([{ isEncrypted: true, user: "club" }]);
});

it.each([
  ["offers no encryption", () => openSmtpHouse({ tls: false }), {}],
  ["shows a certificate that nobody vouches for", () => openSmtpHouse(), {}],
] as const)("hands nothing to a server that %s, and tries again later", async (_, open, more) => {
  const house = await open();
  expect(await sentTo(house, more)).toMatchObject({ kind: "later" });
  expect(house.received).toEqual([]);
});

it("takes a wrong password for something that is mended, not for an answer about the mail", async () => {
  const house = await openSmtpHouse();
  const url = house.url.replace("//", "//club:wrong@");
  expect(await sentTo(house, { url, ca: house.ca })).toMatchObject({ kind: "later" });
});

it("hands over as it is where that was asked for", async () => {
  const house = await openSmtpHouse({ tls: false });
  expect(await sentTo(house, { plain: true })).toEqual({ kind: "taken" });
});

it("tries again later where nobody listens", async () => {
  const house = await openSmtpHouse();
  await house.close();
  const transport = smtpTransport({ url: house.url, from: "club@example.com", plain: false });
  expect(await transport.send(MAIL)).toMatchObject({ kind: "later" });
  transport.close();
});
