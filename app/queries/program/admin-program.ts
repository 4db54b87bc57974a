import type { Database, Statements } from "#app/db/database.ts";
import { type CarryingOver, readCarryingOver } from "#app/db/members/members-behind.ts";
import { readKeptSegments } from "#app/db/customers/shop-segments.ts";
import { readDraft } from "#app/db/program/program-drafts.ts";
import { readPublishedVersions } from "#app/db/program/programs.ts";
import { storedRefusal } from "#app/db/program/scheduled-versions.ts";
import type { Segment } from "#app/domain/customers/segments/segments.ts";
import { segmentsOfShop } from "#app/domain/customers/segments/shop-segments.ts";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import type { Instant } from "#app/domain/calendar.ts";

export interface AdminProgram {
  /** What rules may ask for. */
  readonly segments: readonly Pick<Segment, "id" | "name">[];
  readonly draft: { readonly text: string; readonly revision: number } | null;
  /** Newest first. */
  readonly versions: readonly AdminProgramVersion[];
  /** How far the live version has come with the members; null: to everybody. */
  readonly carrying: CarryingOver | null;
}

export interface AdminProgramVersion {
  readonly version: number;
  readonly text: string;
  readonly effectiveAt: Instant;
  /** `refused`: its instant came, and it was not right any more. */
  readonly state: "live" | "waiting" | "refused" | "past";
  /** Why it was refused. */
  readonly refusal: readonly DocumentError[];
  /** "shopify:user:42": a number or a machine, never a name. */
  readonly publishedBy: string;
}

/** Names have no amounts in them. */
const ANY_DIGITS = 2;

/** The segments a program of the shop may name. */
export async function shopSegmentNames(
  statements: Statements,
  shopId: number,
): Promise<readonly Pick<Segment, "id" | "name">[]> {
  const kept = await readKeptSegments(statements, shopId);
  const { list } = segmentsOfShop(kept === null ? null : kept.document, ANY_DIGITS);
  return list.map(({ id, name }) => ({ id, name }));
}

/** The draft as it was typed, and every version as it was published. */
export async function adminProgram(
  database: Database,
  shopId: number,
  liveVersion: number | null,
): Promise<AdminProgram> {
  const draft = await readDraft(database, shopId);
  const versions = await readPublishedVersions(database, shopId);
  return {
    segments: await shopSegmentNames(database, shopId),
    carrying: await readCarryingOver(database, shopId),
    draft: draft === null ? null : { text: draft.text, revision: draft.revision },
    versions: versions.map(({ version, document, effectiveAt, activatedAt, publishedBy, refusal }) => ({
      version,
      text: JSON.stringify(document, null, 2),
      effectiveAt: effectiveAt.getTime(),
      publishedBy,
      refusal: refusal === null ? [] : storedRefusal.parse(refusal),
      state: version === liveVersion ? "live" : stateOf(activatedAt, refusal),
    })),
  };
}

function stateOf(activatedAt: Date | null, refusal: unknown): "waiting" | "refused" | "past" {
  if (activatedAt !== null) return "past";
  return refusal === null ? "waiting" : "refused";
}
