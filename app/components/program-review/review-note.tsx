import { BlockStack, Link, Text } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { reviewNoteTexts } from "../i18n/publishing/review-note-texts.ts";
import { addressOf } from "../program/parts-nav.tsx";

export interface ShownReviewNote {
  readonly state: "running" | "done" | "cancelled" | "failed";
  readonly isCurrent: boolean;
  readonly orders: number;
  /** What it found. */
  readonly unfair: number;
  readonly others: number;
}

interface ReviewNoteProps {
  readonly note: ShownReviewNote | null;
  /** Whoever goes to the dry run leaves the dialog. */
  readonly onOpen: () => void;
}

/** Before publishing: whether this draft was tried on the shop's own orders, and whether anything was found. */
export function ReviewNote({ note, onOpen }: ReviewNoteProps) {
  const t = useTexts(reviewNoteTexts);
  const { count } = useFormats();
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t.title}
      </Text>
      <Text as="p">
        {noteText(note, t, count)}{" "}
        <Link url={addressOf("review")} onClick={onOpen}>
          {t.open}
        </Link>
      </Text>
    </BlockStack>
  );
}

function noteText(
  note: ShownReviewNote | null,
  t: (typeof reviewNoteTexts)["en"],
  count: (value: number) => string,
): string {
  if (note === null) return t.none;
  if (note.state !== "done") return t[note.state];
  if (!note.isCurrent) return t.stale;
  const found = note.unfair + note.others;
  return found === 0 ? t.clean(count(note.orders)) : t.found(count(note.orders), found);
}
