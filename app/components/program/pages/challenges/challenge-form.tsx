import { BlockStack } from "@shopify/polaris";
import { valueAt, withValue, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { PLACES } from "#app/domain/program/document/entry-places.ts";
import { challengeTexts } from "../../../i18n/challenges/challenge-texts.ts";
import { useTexts } from "../../../i18n/language.tsx";
import { useEditing } from "../../editor/editing.tsx";
import { FieldsOf } from "../../editor/fields-of.tsx";
import { KindField } from "../../editor/kind-field.tsx";
import { Field } from "../../fields/field.tsx";
import { LineConditions } from "../../editor/line-conditions.tsx";
import {
  CHALLENGE_NAME,
  CHALLENGE_VARIANTS,
  DRAWN_FIELDS,
  STEP_FIELDS,
  WHO_FIELDS,
} from "../../forms/challenge-forms.ts";
import { asChallengeKind } from "./as-challenge-kind.ts";
import { EveryField } from "./every-field.tsx";
import { GiftField } from "./gift-field.tsx";
import { GiftList } from "./gift-list.tsx";
import { GoalFields } from "./goal-fields.tsx";
import { useThisMonday } from "./ready-made.ts";

/** A challenge that names no kind. */
const PLAIN = "goal";

/** All that may be said of one challenge. */
export function ChallengeForm({ index }: { readonly index: number }) {
  const base = [...PLACES.challenges, index];
  const { document } = useEditing();
  const monday = useThisMonday();
  const kind = valueAt(document, [...base, "kind"]) ?? PLAIN;
  const variant = CHALLENGE_VARIANTS.find(({ value }) => value === kind);
  return (
    <BlockStack gap="400">
      <KindField
        variants={CHALLENGE_VARIANTS}
        words="challengeKind"
        base={base}
        fallback={PLAIN}
        become={(entry, next) =>
          next.value === "surprise"
            ? withValue(asChallengeKind(entry, next), ["from"], monday)
            : asChallengeKind(entry, next)
        }
      />
      <Field spec={CHALLENGE_NAME} base={base} />
      {kind === PLAIN ? <EveryField base={base} /> : null}
      {variant?.hasGoal === true ? <GoalFields base={[...base, "goal"]} /> : null}
      {variant?.hasGoal === false ? <LineConditions base={[...base, "lines"]} /> : null}
      {variant === undefined ? null : <FieldsOf specs={variant.fields} base={base} />}
      {variant === undefined ? null : <Gifts kind={variant.value} base={base} />}
      <FieldsOf specs={WHO_FIELDS} base={base} />
    </BlockStack>
  );
}

interface GiftsProps {
  readonly kind: string;
  readonly base: DocumentPlace;
}

/** What the challenge gives: one of several for a surprise, some of it on the way for a goal. */
function Gifts({ kind, base }: GiftsProps) {
  const t = useTexts(challengeTexts);
  const { document } = useEditing();
  if (kind === "surprise") {
    return (
      <GiftList
        title={t.drawn}
        help={t.drawnHelp}
        add={t.addDrawn}
        place={[...base, "oneOf"]}
        specs={DRAWN_FIELDS}
        next={() => ({ points: 50, weight: 1 })}
        atLeast={1}
      />
    );
  }
  const isGoal = kind === PLAIN;
  const countsMoney = valueAt(document, [...base, "goal", "count"]) === "value";
  return (
    <>
      <GiftField label={t.givesWhenReached} place={[...base, "give"]} optional={isGoal} />
      {isGoal ? (
        <GiftList
          title={t.steps}
          help={t.stepsHelp}
          add={t.addStep}
          place={[...base, "steps"]}
          specs={STEP_FIELDS}
          next={(steps) => ({ at: countsMoney ? "50" : steps.length + 1, points: 10 })}
          atLeast={0}
        />
      ) : null}
    </>
  );
}
