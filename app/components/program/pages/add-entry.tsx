import { useSearchParams } from "@remix-run/react";
import { ActionList, Button, Popover } from "@shopify/polaris";
import { useState } from "react";
import { choiceTexts, type ChoiceName } from "../../i18n/choice-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useEditing } from "../editor/editing.tsx";
import { BelowCards } from "./below-cards.tsx";
import { freshId, PLACES, type EntryList } from "#app/domain/program/document/entry-places.ts";

export interface Beginning {
  /** What a new entry's id begins with. */
  readonly stem: string;
  readonly words: ChoiceName;
  readonly begin: Readonly<Record<string, unknown>>;
}

interface AddEntryProps {
  readonly label: string;
  readonly list: EntryList;
  readonly kinds: readonly Beginning[];
}

/** Adds an entry of one of several kinds, each with an example. */
export function AddEntry({ label, list, kinds }: AddEntryProps) {
  const words = useTexts(choiceTexts);
  const { change } = useEditing();
  const [address] = useSearchParams();
  const [open, setOpen] = useState(address.has("new"));
  const add = ({ stem, begin }: Beginning) => {
    change(PLACES[list], (entries) => [...entries, { id: freshId(entries, stem), ...begin }]);
    setOpen(false);
  };
  return (
    <BelowCards>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        activator={
          <Button variant="primary" disclosure onClick={() => setOpen(!open)}>
            {label}
          </Button>
        }
      >
        <ActionList
          items={kinds.map((kind) => ({
            content: words[kind.words].label,
            ...helpOf(words[kind.words].help),
            onAction: () => add(kind),
          }))}
        />
      </Popover>
    </BelowCards>
  );
}

function helpOf(help: string | undefined): { helpText?: string } {
  return help === undefined ? {} : { helpText: help };
}
