import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { translateLine } from "#app/cli/translate-line.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { advanceMembers } from "#app/commands/members/advance-due-members.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import { parseLine } from "#app/domain/replay/lines/parse-line.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { whereKept } from "#tests/support/kept-of-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { PlainShop } from "./plain-shop.ts";

const CASES = join("tests", "fixtures", "cases");
const GUEST = "guest:";

const figures = z.object({ available: z.int(), pending: z.int(), debt: z.int(), spent: z.int().optional() });
const check = z.object({
  at: z.string().optional(),
  members: z.record(z.string(), figures),
  absent: z.array(z.string()).default([]),
  codes: z.record(z.string(), z.string()).default({}),
  nowhere: z.array(z.string()).default([]),
  outstanding: z.int().optional(),
});
const expectedShape = z.object({ title: z.string(), checks: z.array(check).nonempty() });

const textOf = (folder: string, name: string): string => readFileSync(join(CASES, folder, name), "utf8");
const cases = readdirSync(CASES).map((folder) => ({
  folder,
  ...expectedShape.parse(JSON.parse(textOf(folder, "expected.json"))),
}));

/** A case told to a shop of its own, delivery by delivery, as `replay` is told it line by line. */
class LiveCase {
  /** The app makes its codes itself: what the case calls them, and what they are called here. */
  private readonly codes = new Map<string, string>();
  private now: Instant = 0;

  private constructor(
    readonly shop: PlainShop,
    private readonly lines: string[],
  ) {}

  static async open(test: TestDatabase, folder: string): Promise<LiveCase> {
    const document = z.record(z.string(), z.unknown()).parse(JSON.parse(textOf(folder, "program.json")));
    const shop = await PlainShop.open(test.database, document);
    return new LiveCase(shop, textOf(folder, "events.ndjson").trimEnd().split("\n"));
  }

  /** All lines up to then, and what is due by then. */
  async tellUntil(end: Instant | null): Promise<void> {
    for (;;) {
      const [line] = this.lines;
      if (line === undefined || (end !== null && parseLine(line, "EUR").at > end)) break;
      this.lines.shift();
      await this.tell(this.withOwnCodes(line));
    }
    const { database, shopId } = this.shop;
    const rows = await this.rows("merged_into IS NULL");
    const ids = rows.map(({ member_id }) => String(member_id));
    await advanceMembers(database, shopId, ids, end ?? this.now);
  }

  private async tell(text: string): Promise<void> {
    const line = parseLine(text, "EUR");
    this.now = line.at;
    if (line.type === "fact") return this.shop.tell([line.fact], line.at);
    if (line.type === "redeem") return this.claim(line.member.id ?? "", line.rewardId, line.code ?? "");
    if (line.type !== "shopify") throw new Error(`Nobody tells a live shop a line of type ${line.type}.`);
    const { topic, body, at } = line;
    const read = translateLine({
      platform: "shopify",
      topic,
      body,
      at,
      timezone: "Europe/Berlin",
      currency: "EUR",
    });
    if (!read.ok) throw new Error(read.reason);
    await this.shop.tell(read.facts, at);
  }

  private async claim(customerId: string, rewardId: string, name: string): Promise<void> {
    const { database, shopId } = this.shop;
    const memberId = await this.shop.memberId(customerId);
    const wish = {
      shopId,
      memberId,
      rewardId,
      points: null,
      actor: null,
      key: `case-${name}`,
      now: this.now,
    };
    const claimed = await claimReward(database, wish);
    if (!claimed.ok) throw new Error(claimed.refusal);
    this.codes.set(name, claimed.code);
  }

  /** In the same letters and between the same blanks as the case has it. */
  private withOwnCodes(line: string): string {
    let told = line;
    for (const [name, own] of this.codes) {
      const small = own.charAt(0) + own.slice(1).toLowerCase();
      const named = name.charAt(0) + name.slice(1).toLowerCase();
      if (name.length > 1) told = told.replaceAll(name, own).replaceAll(named, small);
    }
    return told;
  }

  rows(where: string, values: readonly string[] = []): Promise<Row[]> {
    const { database, shopId } = this.shop;
    const columns = "member_id, status, available, pending, held, debt, spent";
    return rowsOf<Row>(database, `SELECT ${columns} FROM member WHERE shop_id = $1 AND ${where}`, [
      shopId,
      ...values,
    ]);
  }

  async stateOf(code: string): Promise<string | undefined> {
    const { database, shopId } = this.shop;
    const sql = "SELECT state FROM reward_code WHERE shop_id = $1 AND code = $2";
    const [row] = await rowsOf<{ state: string }>(database, sql, [shopId, this.codes.get(code) ?? ""]);
    return row?.state;
  }
}

interface Row {
  readonly member_id: number;
  readonly status: string;
  readonly available: number;
  readonly pending: number;
  readonly held: number;
  readonly debt: number;
  readonly spent: number;
}

describe.each(databaseKinds)("what other shops met, told live on the %s database", (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(kind);
  });
  afterAll(() => test.drop());

  it.each(cases)("$folder: $title", async ({ folder, checks }) => {
    const live = await LiveCase.open(test, folder);
    for (const { at, members, absent, codes, nowhere, outstanding } of checks) {
      await live.tellUntil(at === undefined ? null : parseInstant(at));
      for (const [id, expected] of Object.entries(members)) {
        const rows = id.startsWith(GUEST)
          ? await live.rows("customer_id IS NULL AND merged_into IS NULL")
          : await live.rows("customer_id = $2 AND merged_into IS NULL", [id]);
        expect([id, rows]).toMatchObject([id, [expected]]);
      }
      for (const id of absent)
        expect(await live.rows("customer_id = $2 AND merged_into IS NULL", [id])).toEqual([]);
      for (const [code, state] of Object.entries(codes)) expect(await live.stateOf(code)).toBe(state);
      expect(await whereKept(test.database, live.shop.shopId, nowhere)).toEqual([]);
      if (outstanding !== undefined) {
        const all = await live.rows("TRUE");
        expect(all.reduce((sum, row) => sum + row.available + row.pending + row.held - row.debt, 0)).toBe(
          outstanding,
        );
      }
    }
    expect(await live.shop.contradiction()).toBeNull();
  });
});
