import { ActionList, Button, InlineStack, Popover, Text } from "@shopify/polaris";
import { useState } from "react";
import { BLOCK_KINDS } from "#app/domain/messages/letter-content.ts";
import { listAt, placeText, valueAt } from "#app/domain/program/document/document-path.ts";
import { letterTexts } from "../../i18n/journeys/letter-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useEditing } from "../../program/editor/editing.tsx";
import { EntryCard } from "../../program/editor/entry-card.tsx";
import { SortableEntries } from "../../program/editor/sortable-entries.tsx";
import { alike, useEntryDeeds } from "../../program/editor/use-entry-deeds.ts";
import { TypedField } from "../../program/fields/typed-field.tsx";
import { BLOCK_BEGINNINGS, BUTTON_FIELD, TEXT_FIELD } from "./letter-forms.ts";

const PLACE = ["blocks"];
const SHOWN = 90;

/** The parts of a letter in their order, each of which opens to what it says. */
export function BlocksList() {
  const t = useTexts(letterTexts);
  const { document } = useEditing();
  const [open, setOpen] = useState<number | null>(null);
  const deeds = useEntryDeeds(PLACE, setOpen, alike);
  const blocks = listAt(document, PLACE);
  const sortIds = blocks.map((_, index) => `blocks#${String(index)}`);
  return (
    <>
      <SortableEntries id="blocks" sortIds={sortIds} move={deeds.move}>
        {blocks.map((block, index) => (
          <EntryCard
            key={index}
            place={[...PLACE, index]}
            number={index + 1}
            sentence={said(block, t)}
            sortId={sortIds[index] ?? placeText(PLACE)}
            sortable={blocks.length > 1}
            open={open === index}
            onToggle={() => setOpen(open === index ? null : index)}
            actions={deeds.actions(index, true)}
            form={() => <BlockForm index={index} />}
          />
        ))}
      </SortableEntries>
      <AddBlock onAdd={setOpen} />
    </>
  );
}

function said(block: unknown, t: (typeof letterTexts)["en"]): string {
  const kind = BLOCK_KINDS.find((one) => one === valueAt(block, ["kind"]));
  if (kind === undefined) return "";
  const typed = valueAt(block, [kind === "button" ? "label" : "text"]);
  if (typeof typed !== "string" || typed.trim() === "") return `**${t.blocks[kind].label}**`;
  const short = typed.length > SHOWN ? `${typed.slice(0, SHOWN)} …` : typed;
  return kind === "button" ? `**${t.blocks.button.label}:** ${short}` : short;
}

function BlockForm({ index }: { readonly index: number }) {
  const t = useTexts(letterTexts);
  const base = [...PLACE, index];
  const kind = valueAt(useEditing().document, [...base, "kind"]);
  if (kind === "text") return <TypedField spec={TEXT_FIELD} place={[...base, ...TEXT_FIELD.at]} />;
  if (kind === "button") return <TypedField spec={BUTTON_FIELD} place={[...base, ...BUTTON_FIELD.at]} />;
  const known = BLOCK_KINDS.find((one) => one === kind);
  return <Text as="p">{known === undefined ? "" : t.blocks[known].help}</Text>;
}

function AddBlock({ onAdd }: { readonly onAdd: (index: number) => void }) {
  const t = useTexts(letterTexts);
  const { document, change } = useEditing();
  const [open, setOpen] = useState(false);
  const count = listAt(document, PLACE).length;
  return (
    <InlineStack>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        activator={
          <Button disclosure onClick={() => setOpen(!open)}>
            {t.addBlock}
          </Button>
        }
      >
        <ActionList
          items={BLOCK_KINDS.map((kind) => ({
            content: t.blocks[kind].label,
            helpText: t.blocks[kind].help,
            onAction: () => {
              change(PLACE, (now) => [...now, BLOCK_BEGINNINGS[kind]]);
              setOpen(false);
              onAdd(count);
            },
          }))}
        />
      </Popover>
    </InlineStack>
  );
}
