import { installShop } from "#app/commands/shops/install-shop.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import type { Database } from "#app/db/client.ts";
import { ECWID_TOKEN } from "#app/platforms/registry.server.ts";
import type { Control } from "#simulator/ecwid/control.ts";
import { demoProducts, demoShop, demoStore } from "./catalogue.ts";
import { demoPeople } from "./people.ts";
import { demoProgram } from "./program.ts";
import { switchMailsOn } from "./switch-mails-on.ts";

const DAY_MS = 86_400_000;
const SHOPPERS = 5;

/** The store at Ecwid with its goods and the same program, installed a day ago. */
export async function seedStore(database: Database, control: Control, now: number): Promise<void> {
  const { store, name } = demoStore;
  const { currency, timezone } = demoShop;
  await control.createStore({ store, name, currency, timezone });
  for (const { title, price, collections } of demoProducts) {
    await control.createProduct({ store, title, price, vendor: demoShop.name, categories: [...collections] });
  }
  // Somebody for the shop's "Signed in as"; who they are the app learns as they buy or prove their mailbox.
  for (const { firstName, lastName, email } of demoPeople.slice(0, SHOPPERS)) {
    await control.createCustomer({ store, email, name: `${firstName} ${lastName}`, deliver: false });
  }
  const { token } = await control.issueToken({ store });
  const installedAt = now - DAY_MS;
  const { shopId } = await installShop(database, {
    platform: "ecwid",
    shopKey: store,
    name,
    currency,
    timezone,
    locale: "en",
    scopes: [],
    credential: { name: ECWID_TOKEN, secret: token },
    now: installedAt,
  });
  const wish = { shopId, document: demoProgram, effectiveAt: null, actor: "demo", now: installedAt + 1 };
  const published = await publishProgram(database, wish);
  if (!published.ok) throw new Error(`The demo's program is refused: ${JSON.stringify(published.errors)}`);
  await switchMailsOn(database, shopId, now);
}
