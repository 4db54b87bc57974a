import { chooseMails } from "#app/commands/messages/choose-mails.ts";
import { saveJourneys } from "#app/commands/journeys/save-journeys.ts";
import { adjustPoints } from "#app/commands/members/adjust-points.ts";
import { advanceInJourneys, advanceMembers } from "#app/commands/members/advance-due-members.ts";
import { writeSegments } from "#app/db/customers/shop-segments.ts";
import { assert } from "#app/domain/assert.ts";
import { parseLine } from "#app/domain/replay/lines/parse-line.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { DAY, PlainShop, START } from "./plain-shop.ts";

export interface Club {
  readonly program: Record<string, unknown>;
  /** Ids with their conditions. */
  readonly segments: Readonly<Record<string, unknown>>;
  readonly journeys: readonly object[];
}

const iso = (instant: number) => new Date(instant).toISOString();

/** A shop whose journeys are on from before the first line, and whose worker is at work at every instant. */
export class JourneyShop {
  private constructor(readonly shop: PlainShop) {}

  static async open({ database }: TestDatabase, { program, segments, journeys }: Club): Promise<JourneyShop> {
    const shop = await PlainShop.install(database);
    const document = {
      format: "regulars.segments/1",
      segments: Object.entries(segments).map(([id, where]) => ({ id, where })),
    };
    await writeSegments(database, shop.shopId, { document, expectedRevision: 0, actor: "test", now: START });
    await shop.publish(program, START - 30 * DAY);
    const wish = { shopId: shop.shopId, document: journeys, actor: "test", now: START - 20 * DAY };
    const saved = await saveJourneys(database, wish);
    assert(saved.ok, JSON.stringify(saved));
    return new JourneyShop(shop);
  }

  async tell(text: object): Promise<void> {
    const line = parseLine(JSON.stringify(text), "EUR");
    await this.workUntil(line.at);
    const { shop } = this;
    switch (line.type) {
      case "fact":
        await Promise.all([1, 2].map(() => shop.deliver([line.fact], undefined, Math.min(START, line.at))));
        await Promise.all([shop.settle(line.at), shop.settle(line.at)]);
        await shop.settle(line.at);
        return;
      case "consent": {
        const memberId = await shop.memberId(String(line.member.id));
        const marketing = "email" in text && text.email === true;
        await chooseMails(shop.database, {
          ...{ shopId: shop.shopId, memberId, wanted: { marketing }, source: "preferences", wording: null },
          now: line.at,
        });
        await this.workUntil(line.at);
        return;
      }
      case "adjust": {
        const wish = { shopId: shop.shopId, memberId: await shop.memberId(String(line.member.id)) };
        const key = `adjust-${String(line.at)}`;
        const { points: given, reason } = line;
        await adjustPoints(shop.database, {
          ...{
            ...wish,
            points: given,
            qualifying: 0,
            reason,
            sparesDebt: false,
            actor: "test",
            key,
            now: line.at,
          },
        });
        return;
      }
      default:
        throw new Error(`nobody tells ${line.type} live`);
    }
  }

  /** What falls due on the way is done at its instant, as by a worker that looks all the time. */
  async workUntil(until: number): Promise<void> {
    const { database, shopId } = this.shop;
    for (;;) {
      const rows = await rowsOf<{ member_id: number; due: number; is_of_journeys: boolean }>(
        database,
        `SELECT member_id, next_due_at AS due, false AS is_of_journeys FROM member
         WHERE shop_id = $1 AND next_due_at <= $2::timestamptz
         UNION ALL SELECT member_id, next_due_at, true FROM journey_member
         WHERE shop_id = $1 AND next_due_at <= $2::timestamptz ORDER BY due, is_of_journeys, member_id LIMIT 1`,
        [shopId, iso(until)],
      );
      const [first] = rows;
      if (first === undefined) return;
      const advance = first.is_of_journeys ? advanceInJourneys : advanceMembers;
      await advance(database, shopId, [String(first.member_id)], first.due);
    }
  }

  messages(): Promise<string[]> {
    return this.texts(
      `SELECT m.written_at AS at, p.customer_id, m.journey_id, concat_ws(' ', m.step, m.channel, m.template,
         CASE WHEN m.code IS NULL THEN '' ELSE 'code' END) AS more
       FROM message m JOIN member p ON p.shop_id = m.shop_id AND p.member_id = m.member_id
       WHERE m.shop_id = $1 AND m.state <> 'skipped'`,
    );
  }

  skipped(): Promise<string[]> {
    return this.texts(
      `SELECT m.written_at AS at, p.customer_id, m.journey_id, concat_ws(' ', m.step, m.reason) AS more
       FROM message m JOIN member p ON p.shop_id = m.shop_id AND p.member_id = m.member_id
       WHERE m.shop_id = $1 AND m.state = 'skipped'
       UNION ALL SELECT (note->>'at')::timestamptz, p.customer_id, j.journey_id,
         concat_ws(' ', note->>'step', note->>'reason')
       FROM journey_pass j JOIN member p ON p.shop_id = j.shop_id AND p.member_id = j.member_id
       CROSS JOIN LATERAL json_array_elements(j.notes) AS note WHERE j.shop_id = $1`,
    );
  }

  heldOut(): Promise<string[]> {
    return this.texts(
      `SELECT j.begun_at AS at, p.customer_id, j.journey_id, NULL AS more
       FROM journey_pass j JOIN member p ON p.shop_id = j.shop_id AND p.member_id = j.member_id
       WHERE j.shop_id = $1 AND j.is_held_out`,
    );
  }

  private async texts(sql: string): Promise<string[]> {
    const rows = await rowsOf<{ at: number; customer_id: string; journey_id: string; more: string | null }>(
      this.shop.database,
      sql,
      [this.shop.shopId],
    );
    return rows
      .map(({ at: when, customer_id, journey_id, more }) =>
        [iso(when), customer_id, journey_id, ...(more === null ? [] : [more])].join(" "),
      )
      .sort();
  }
}
