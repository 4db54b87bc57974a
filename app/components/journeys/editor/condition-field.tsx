import {
  listAt,
  placeText,
  type DocumentPlace,
  valueAt,
} from "#app/domain/program/document/document-path.ts";
import { ConditionLines } from "../../customers/segments/condition-lines.tsx";
import { useEditing } from "../../program/editor/editing.tsx";
import { useJourneyEditing } from "./journey-editing.ts";

interface ConditionFieldProps {
  readonly place: DocumentPlace;
  readonly together: string;
  readonly none: string;
  /** A condition that has to stand there, whatever it says. */
  readonly keepsEmpty?: boolean;
}

/** A condition of the journey by the lines that segments have. */
export function ConditionField({ place, together, none, keepsEmpty = false }: ConditionFieldProps) {
  const { document, errors, edit } = useEditing();
  const { segments } = useJourneyEditing();
  const put = (where: unknown) => {
    const isNothing = listAt(where, ["all"]).length + listAt(where, ["any"]).length === 0;
    edit(place, isNothing && !keepsEmpty ? undefined : where);
  };
  return (
    <ConditionLines
      where={valueAt(document, place)}
      errors={errors}
      prefix={placeText(place)}
      none={none}
      together={together}
      others={segments}
      put={put}
    />
  );
}
