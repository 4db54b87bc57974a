import type { DocumentPlace } from "#app/domain/program/document/document-path.ts";
import type { FieldSpec } from "../forms/field-spec.ts";
import { ActivityField } from "./activity-field.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { ClockField } from "./clock-field.tsx";
import { InstantField } from "./instant-field.tsx";
import { LevelField } from "./level-field.tsx";
import { ListField } from "./list-field.tsx";
import { LocalTextField, PointsNameField } from "./local-text-field.tsx";
import { MondayField } from "./monday-field.tsx";
import { OnePickField } from "./one-pick-field.tsx";
import { PicksField } from "./picks-field.tsx";
import { ResourcesField } from "./resources-field.tsx";
import { RewardField } from "./reward-field.tsx";
import { ToggleField } from "./toggle-field.tsx";
import { TypedField } from "./typed-field.tsx";
import { WeekdaysField } from "./weekdays-field.tsx";

export interface FieldProps {
  readonly spec: FieldSpec;
  /** Where the object stands that the field is part of. */
  readonly base: DocumentPlace;
}

/** One field of the program, by its kind. */
export function Field({ spec, base }: FieldProps) {
  const place = [...base, ...spec.at];
  switch (spec.type) {
    case "text":
    case "whole":
    case "decimal":
    case "percent":
    case "money":
    case "threshold":
    case "measure":
    case "share":
      return <TypedField spec={spec} place={place} />;
    case "localText":
      return <LocalTextField words={spec.words} place={place} keepsEmpty={spec.added === true} />;
    case "pointsName":
      return <PointsNameField words={spec.words} place={place} />;
    case "toggle":
      return <ToggleField spec={spec} place={place} />;
    case "choice":
    case "zone":
    case "currency":
    case "language":
    case "month":
      return <ChoiceField spec={spec} place={place} />;
    case "instant":
      return <InstantField spec={spec} place={place} />;
    case "monday":
      return <MondayField spec={spec} place={place} />;
    case "weekdays":
      return <WeekdaysField spec={spec} place={place} />;
    case "list":
      return <ListField spec={spec} place={place} />;
    case "resources":
      return <ResourcesField spec={spec} place={place} />;
    case "levels":
    case "rewards":
    case "segments":
      return <PicksField spec={spec} place={place} />;
    case "reward":
      return <RewardField spec={spec} place={place} />;
    case "level":
      return <LevelField spec={spec} place={place} />;
    case "segment":
    case "challenge":
      return <OnePickField spec={spec} place={place} />;
    case "clock":
      return <ClockField spec={spec} place={place} />;
    case "activity":
      return <ActivityField spec={spec} place={place} />;
  }
}
