import type { Database } from "#app/db/client.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Platform } from "#app/platforms/platform.ts";

/** What a shop can be asked. */
export type Asked = Pick<
  Platform,
  "translate" | "describeProducts" | "describeCustomers" | "readConsents" | "readOrder" | "lookInto"
>;

export interface QuestionParts {
  readonly database: Database;
  readonly findPlatform: (name: string) => Asked | null;
  readonly now: () => Instant;
}
