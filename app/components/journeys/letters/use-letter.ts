import { useCallback, useState } from "react";
import type { LetterContent } from "#app/domain/messages/letter-content.ts";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import { isList, isRecord, valueAt, withValue } from "#app/domain/program/document/document-path.ts";
import type { Editing } from "../../program/editor/editing.tsx";
import { useAsked } from "../../program/preview/use-asked.ts";

interface Shown {
  readonly subject: string;
  readonly html: string;
}

interface LetterDraft extends Pick<Editing, "edit" | "change"> {
  readonly content: unknown;
  readonly errors: readonly DocumentError[];
  /** As a member would get it; null: not read yet, something is wrong, or there is nobody to show it for. */
  readonly letter: Shown | null;
  /** There is no member to show it for. */
  readonly isForNobody: boolean;
  readonly put: (content: unknown) => void;
}

/** A letter in one language as it is typed, and how it looks to a member; without one, to whoever joined last. */
export function useLetter(
  kept: LetterContent,
  whom: { readonly template: string; readonly language: string; readonly memberId: string },
): LetterDraft {
  const [content, put] = useState<unknown>(kept);
  const edit = useCallback<Editing["edit"]>(
    (place, value) => put((now: unknown) => withValue(now, place, value)),
    [],
  );
  const change = useCallback<Editing["change"]>(
    (place, next) =>
      put((now: unknown) => {
        const entries = valueAt(now, place);
        return withValue(now, place, next(isList(entries) ? entries : []));
      }),
    [],
  );
  const { memberId } = whom;
  const body = JSON.stringify({ ...whom, memberId: memberId === "" ? null : memberId, content });
  const { answer, about } = useAsked("/app/letter/preview", body, "shown");
  const letter = valueAt(answer, ["letter"]);
  const errors = faultsIn(answer);
  return {
    ...{ content, put, edit, change, errors },
    letter: isShown(letter) ? letter : null,
    isForNobody: about === body && errors.length === 0 && letter === null,
  };
}

function isShown(letter: unknown): letter is Shown {
  return isRecord(letter) && typeof letter["subject"] === "string" && typeof letter["html"] === "string";
}

/** What is wrong with its texts, as fields are told of it. */
function faultsIn(answer: unknown): readonly DocumentError[] {
  const faults = valueAt(answer, ["faults"]);
  if (!isList(faults)) return [];
  return faults.map((fault) => {
    const [path, message, line, column] = ["place", "message", "line", "column"].map((field) =>
      String(valueAt(fault, [field])),
    );
    const told = /^(?:unknown variable|a subject)/u.test(String(message))
      ? String(message)
      : `template: ${String(message)}`;
    return {
      path: String(path),
      found: "",
      allowed: `${told} (line ${String(line)}, column ${String(column)})`,
    };
  });
}
