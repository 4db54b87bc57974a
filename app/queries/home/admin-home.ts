import { z } from "zod";
import { instant, timestamp, type ShapeOf } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { ANOTHER_PROGRAM, PLAN_LACKS, type PlanLack } from "#app/domain/shop-words.ts";
import { homeFigures, type ToldFigures } from "./home-figures.ts";
import type { HomePeriod } from "./home-period.ts";

const LACKS = ["access", "codes", "groups", "other"] as const satisfies readonly PlanLack[];

/** Is it running, and what needs a person. */
export interface HomeState {
  readonly lastDeliveryAt: Instant | null;
  readonly workerSeenAt: Instant | null;
  readonly waiting: number;
  readonly oldestWaitingAt: Instant | null;
  readonly parkedDeliveries: number;
  /** Orders the platform did not tell us of in the last 7 days and that were read afterwards. */
  readonly missedOrders: number;
  readonly failedCodes: number;
  readonly requestedExperiences: number;
  /** Friends brought along whom somebody has to decide about. */
  readonly doubtfulFriends: number;
  /** People who have asked for their data through the platform and whose record nobody has fetched since. */
  readonly dataRequests: number;
  readonly firstDataRequest: string | null;
  readonly ledgerContradiction: string | null;
  /** What the shop's plan lacks, as it came up lately. */
  readonly planLacks: readonly PlanLack[];
  /** Somebody else has lately rewarded an order as well. */
  readonly anotherProgram: boolean;
}

const homeStateRow = z.object({
  lastDeliveryAt: instant.nullable(),
  workerSeenAt: instant.nullable(),
  waiting: z.int(),
  oldestWaitingAt: instant.nullable(),
  parkedDeliveries: z.int(),
  missedOrders: z.int(),
  failedCodes: z.int(),
  requestedExperiences: z.int(),
  doubtfulFriends: z.int(),
  dataRequests: z.int(),
  firstDataRequest: z.string().nullable(),
  ledgerContradiction: tables.ledger_proof.shape.contradiction,
  planLacks: z
    .array(z.string())
    .transform((reasons) => LACKS.filter((lack) => reasons.includes(PLAN_LACKS[lack]))),
  anotherProgram: z.boolean(),
} satisfies ShapeOf<HomeState>);

export interface AdminHome extends ToldFigures {
  readonly state: HomeState;
}

/** When is looked at, and which days the figures are about; days are those of the shop's zone. */
export interface HomeWish {
  readonly timezone: string;
  readonly now: Instant;
  readonly period: HomePeriod;
}

/** Everything the home page shows of one shop. */
export async function adminHome(
  statements: Statements,
  shopId: number,
  { timezone, now, period }: HomeWish,
): Promise<AdminHome> {
  const [state, told] = await Promise.all([
    homeState(statements, shopId, now),
    homeFigures(statements, shopId, period, timezone),
  ]);
  return { state, ...told };
}

async function homeState(statements: Statements, shopId: number, now: Instant): Promise<HomeState> {
  const monthAgo = timestamp(now - 30 * 86_400_000);
  const weekAgo = timestamp(now - 7 * 86_400_000);
  return one(
    await readRows(
      statements,
      homeStateRow,
      `SELECT
         (SELECT created_at FROM inbox WHERE shop_id = $1 ORDER BY inbox_id DESC LIMIT 1) AS "lastDeliveryAt",
         (SELECT max(seen_at) FROM worker_heartbeat) AS "workerSeenAt",
         (SELECT count(*) FROM inbox WHERE shop_id = $1 AND state = 'waiting')
           + (SELECT count(*) FROM outbox WHERE shop_id = $1 AND state IN ('waiting', 'delivering')) AS "waiting",
         (SELECT created_at FROM inbox WHERE shop_id = $1 AND state = 'waiting' ORDER BY inbox_id LIMIT 1) AS "oldestWaitingAt",
         (SELECT count(*) FROM inbox WHERE shop_id = $1 AND state = 'parked')
           + (SELECT count(*) FROM outbox WHERE shop_id = $1 AND state = 'parked') AS "parkedDeliveries",
         coalesce((SELECT missed FROM reconciliation WHERE shop_id = $1 AND missed_at > $3), 0) AS "missedOrders",
         (SELECT count(*) FROM reward_code WHERE shop_id = $1 AND state = 'failed' AND claimed_at > $2) AS "failedCodes",
         (SELECT count(*) FROM reward_code WHERE shop_id = $1 AND state = 'requested') AS "requestedExperiences",
         (SELECT count(*) FROM referral_friend WHERE shop_id = $1 AND state = 'in_review') AS "doubtfulFriends",
         (SELECT count(DISTINCT member_id) FROM (${DATA_REQUESTS}) d) AS "dataRequests",
         (SELECT min(member_id)::text FROM (${DATA_REQUESTS}) d) AS "firstDataRequest",
         (SELECT contradiction FROM ledger_proof WHERE shop_id = $1) AS "ledgerContradiction",
         ARRAY(SELECT DISTINCT split_part(reason, ': ', 1) FROM (${LATELY_UNDONE}) l) AS "planLacks",
         EXISTS (SELECT 1 FROM (SELECT reason FROM inbox WHERE shop_id = $1 ORDER BY inbox_id DESC LIMIT ${LOOKED_AT}) l
           WHERE reason = $4) AS "anotherProgram"`,
      [shopId, monthAgo, weekAgo, ANOTHER_PROGRAM],
    ),
  );
}

/** So many of the latest messages say what is so at present. */
const LOOKED_AT = "300";
const LATELY_UNDONE = `
  (SELECT reason FROM outbox WHERE shop_id = $1 AND state <> 'done' AND reason IS NOT NULL
   ORDER BY outbox_id DESC LIMIT ${LOOKED_AT})
  UNION ALL (SELECT reason FROM shop_question WHERE shop_id = $1 AND reason IS NOT NULL LIMIT ${LOOKED_AT})`;

const DATA_REQUESTS = `
  SELECT a.member_id FROM audit a JOIN member m ON m.shop_id = a.shop_id AND m.member_id = a.member_id
  WHERE a.shop_id = $1 AND a.action = 'customer_data_requested' AND m.status <> 'erased'
    AND NOT EXISTS (SELECT 1 FROM audit later WHERE later.shop_id = a.shop_id AND later.member_id = a.member_id
      AND later.action = 'hand_over_record' AND later.audit_id > a.audit_id)`;

function one<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error("An aggregate has answered without a row.");
  return row;
}
