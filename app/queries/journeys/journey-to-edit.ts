import type { Statements } from "#app/db/database.ts";
import { NEVER_SAVED, readCurrentJourneys, readJourneyVersions } from "#app/db/journeys/stored-journeys.ts";
import type { NamedSegment } from "#app/domain/customers/segments/shop-segments.ts";
import {
  isReadyMade,
  READY_MADE_JOURNEYS,
  readyMadeDocument,
  type ReadyMadeJourney,
} from "#app/domain/journeys/offered/ready-made.ts";
import { isOwedNotice } from "#app/domain/journeys/offered/owed-notices.ts";
import { isRecord } from "#app/domain/program/document/document-path.ts";
import type { Program } from "#app/domain/program/program.ts";
import type { Text } from "#app/domain/program/texts/text.ts";
import { segmentChoices } from "../customers/shop-segments.ts";
import { shopLetters, type ShopLetter } from "./shop-letters.ts";

export interface JourneyToEdit {
  /** Null: it is new. */
  readonly id: string | null;
  /** What is kept, or what a new one begins with. */
  readonly document: Readonly<Record<string, unknown>>;
  /** The version that was saved last; 0: none was. */
  readonly version: number;
  /** What a new one is a copy of; null: of nothing. */
  readonly copied: { readonly id: string; readonly readyMade: ReadyMadeJourney | null } | null;
  /** Ids that no new one can have. */
  readonly taken: readonly string[];
  /** The live program's parts that a journey can name. */
  readonly program: NamedParts;
  readonly segments: readonly Pick<NamedSegment, "id" | "name">[];
  readonly letters: readonly ShopLetter[];
}

interface NamedPart {
  readonly id: string;
  readonly name: string | Readonly<Record<string, string>>;
}

interface NamedParts {
  readonly tiers: { readonly levels: readonly NamedPart[] };
  readonly rewards: readonly NamedPart[];
  readonly challenges: readonly (NamedPart & { readonly goal: { readonly count: string | null } })[];
}

const NOTHING_YET = {
  format: "regulars.journey/1",
  id: "",
  enabled: false,
  trigger: { on: "joined" },
  steps: [],
};

/** A journey for the page that changes it, a copy of one, or a new one. Null: there is none of that id, or it is not changed by hand. */
export async function journeyToEdit(
  statements: Statements,
  shopId: number,
  program: Program,
  { id, copyOf }: { readonly id: string | null; readonly copyOf: string | null },
): Promise<JourneyToEdit | null> {
  if (id !== null && isOwedNotice(id)) return null;
  const wanted = id ?? copyOf;
  const stored = (await readCurrentJourneys(statements, shopId)).find(
    ({ journeyId }) => journeyId === wanted,
  );
  const shipped = wanted !== null && isReadyMade(wanted) ? wanted : null;
  const known = stored?.document ?? (shipped === null ? null : readyMadeDocument(shipped));
  if (wanted !== null && !isRecord(known)) return null;
  const document = isRecord(known) ? known : NOTHING_YET;
  const versions = await readJourneyVersions(statements, shopId);
  return {
    id,
    document: id === null ? { ...document, id: "", enabled: false } : document,
    version: id === null ? NEVER_SAVED : (versions.get(id) ?? NEVER_SAVED),
    copied: id === null && wanted !== null ? { id: wanted, readyMade: shipped } : null,
    taken: [...versions.keys(), ...READY_MADE_JOURNEYS],
    program: partsOf(program),
    segments: await segmentChoices(statements, shopId),
    letters: await shopLetters(statements, shopId),
  };
}

function partsOf({ tiers, rewards, challenges }: Program): NamedParts {
  const part = ({ id, name }: { readonly id: string; readonly name: Text }): NamedPart => ({
    id,
    name: Object.keys(name.byLanguage).length === 0 ? name.otherwise : name.byLanguage,
  });
  return {
    tiers: { levels: (tiers === null ? [] : tiers.levels).map(part) },
    rewards: rewards.map(part),
    challenges: challenges.map((challenge) => ({
      ...part(challenge),
      goal: { count: "goal" in challenge ? challenge.goal.count : null },
    })),
  };
}
