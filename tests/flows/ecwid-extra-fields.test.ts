import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { STORE } from "#tests/support/ecwid-bench.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { EcwidShop } from "./ecwid-shop.ts";

const store = STORE;
const PATH = "store_extrafields/customers";

describe("a field of the merchant's own on Ecwid's customers", () => {
  let shop: EcwidShop;
  beforeAll(async () => {
    shop = await EcwidShop.open("embedded");
  });
  afterAll(() => shop.close());

  async function ask(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; said: unknown }> {
    const { token } = await shop.control.issueToken({ store });
    return askWith(token, method, path, body);
  }

  async function askWith(token: string, method: string, path: string, body?: object) {
    const response = await fetch(`${shop.apiBase}/${STORE}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said: unknown = await response.json();
    return { status: response.status, said };
  }

  const birthdayOf = async (customerId: string): Promise<string | null | undefined> =>
    (
      await rowsOf<{ birthday: string | null }>(
        shop.database,
        "SELECT birthday FROM member WHERE shop_id = $1 AND customer_id = $2",
        [shop.shopId, customerId],
      )
    )[0]?.birthday;

  const keyOf = async (title: string, type: "TEXT" | "DATETIME" = "TEXT"): Promise<string> => {
    const made = await ask("POST", PATH, { title, type, shownOnOrderDetails: false });
    return z.object({ createCount: z.literal(1), key: z.string().min(1) }).parse(made.said).key;
  };

  it("is made, read, renamed and removed as the documents say, by whom may", async () => {
    const key = await keyOf("Offline card ID");
    expect(await ask("GET", `${PATH}/${key}`)).toMatchObject({
      status: 200,
      said: {
        ...{ key, title: "Offline card ID", entityTypes: ["CUSTOMERS"], type: "TEXT" },
        ...{ shownOnOrderDetails: false, linkedWithCheckoutField: false },
      },
    });
    expect(await ask("PUT", `${PATH}/${key}`, { title: "Card" })).toMatchObject({ said: { updateCount: 1 } });
    const { said } = await ask("GET", PATH);
    expect(said).toMatchObject({ items: [{ key, title: "Card" }] });
    const { token } = await shop.control.issueToken({ store, scopes: ["read_customers"] });
    expect(await askWith(token, "GET", PATH)).toMatchObject({
      status: 403,
      said: { errorCode: "INSUFFICIENT_APP_SCOPE" },
    });
    expect(await ask("DELETE", `${PATH}/${key}`)).toMatchObject({ said: { deleteCount: 1 } });
    expect((await ask("GET", `${PATH}/${key}`)).status).toBe(404);
  });

  it("that is called a birthday is one, and changes with the customer", async () => {
    const birthday = await keyOf("Geburtstag", "DATETIME");
    const other = await keyOf("Shoe size");
    const { customerId } = await shop.control.createCustomer({ store, email: "anna@example.com" });
    await shop.hear();
    await shop.control.placeOrder({ store, customerId, lines: [{ title: "Coffee", price: "50.00" }] });
    await shop.hear();
    expect(await birthdayOf(customerId)).toBeNull();
    const extrafields = [
      { key: birthday, value: "1990-05-27" },
      { key: other, value: "2001-01-01" },
    ];
    const changed = await ask("PUT", `customers/${customerId}`, { extrafields });
    expect(changed).toMatchObject({ status: 200, said: { updateCount: 1 } });
    await shop.hear();
    expect(await birthdayOf(customerId)).toBe("1990-05-27");
    await shop.control.updateCustomer({ store, customerId, extraFields: { [birthday]: "27.5." } });
    await shop.hear();
    expect(await birthdayOf(customerId)).toBe("--05-27");
    expect(await shop.contradiction()).toBeNull();
  });

  it("that nobody made cannot be filled in", async () => {
    const { customerId } = await shop.control.createCustomer({ store, email: "boris@example.com" });
    const extrafields = [{ key: "unknown", value: "1" }];
    expect((await ask("PUT", `customers/${customerId}`, { extrafields })).status).toBe(400);
  });
});
