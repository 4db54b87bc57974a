import { inserted, listAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useHost } from "../../host/host.tsx";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useEditing } from "./editing.tsx";

/** Takes an entry out of a list at once, and offers to put it back where it was. */
export function useRemoval(place: DocumentPlace): (index: number) => void {
  const t = useTexts(editorTexts);
  const { showToast } = useHost();
  const { document, change } = useEditing();
  return (index) => {
    const entry = listAt(document, place)[index];
    change(place, (now) => now.filter((_, at) => at !== index));
    showToast(t.deleted, {
      action: t.undo,
      onAction: () => change(place, (now) => inserted(now, index, entry)),
    });
  };
}
