import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, InlineError, InlineStack, Tag, Text } from "@shopify/polaris";
import { useState } from "react";
import { assert } from "#app/domain/assert.ts";
import { useHost } from "../../host/host.tsx";
import { ResourcePicker, type Picked } from "../../host/resource-picker.tsx";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import {
  isList,
  placeText,
  valueAt,
  type DocumentPlace,
} from "#app/domain/program/document/document-path.ts";
import { useField } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";
import { useFieldTexts } from "./use-field-texts.ts";

interface ResourcesFieldProps {
  readonly spec: Extract<FieldSpec, { type: "resources" }>;
  readonly place: DocumentPlace;
}

/** How the bridge's picker names things. */
const GIDS = {
  product: "gid://shopify/Product",
  variant: "gid://shopify/ProductVariant",
  collection: "gid://shopify/Collection",
} as const;

interface Picking {
  readonly resource: "product" | "variant" | "collection";
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onPick: (picked: readonly Picked[]) => void;
}

/** Products, variants or collections, chosen in the shop's own picker or ours. The document holds their numbers. */
export function ResourcesField({ spec, place }: ResourcesFieldProps) {
  const { label, help } = useFieldTexts()[spec.words];
  const t = useTexts(editorTexts);
  const { bridged, abilities } = useHost();
  const { value, error, set } = useField(place);
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const ids = isList(value) ? value.map(String) : [];
  const put = (next: readonly string[]) => set(next.length === 0 && spec.added !== true ? undefined : next);
  const picking: Picking = {
    resource: spec.resource,
    label,
    chosen: ids.filter(isNumber),
    onPick: (picked) => {
      const named = picked.flatMap(({ id, title }) => (title === null ? [] : [[id, title] as const]));
      setTitles(new Map([...titles, ...named]));
      // What the picker cannot know, such as a collection by its handle, is none of its choice.
      put([...ids.filter((id) => !isNumber(id)), ...picked.map(({ id }) => id)]);
    },
  };
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span">{label}</Text>
        {bridged ? <BridgedPicking {...picking} /> : <OwnPicking {...picking} />}
      </InlineStack>
      {help === undefined ? null : (
        <Text as="p" tone="subdued">
          {help}
        </Text>
      )}
      {ids.length === 0 ? null : (
        <InlineStack gap="100">
          {ids.map((id) => (
            <Tag key={id} onRemove={() => put(ids.filter((one) => one !== id))}>
              {titles.get(id) ??
                (isNumber(id)
                  ? t.numbered[spec.resource === "collection" ? abilities.goodsGroup : spec.resource](id)
                  : id)}
            </Tag>
          ))}
        </InlineStack>
      )}
      {error === null ? null : <InlineError fieldID={placeText(place)} message={error} />}
    </BlockStack>
  );
}

function BridgedPicking({ resource, label, chosen, onPick }: Picking) {
  const bridge = useAppBridge();
  const pick = async () => {
    const picked = await bridge.resourcePicker({
      type: resource,
      multiple: true,
      action: "select",
      selectionIds: chosen.map((id) => ({ id: `${GIDS[resource]}/${id}` })),
    });
    if (picked !== undefined) onPick(picked.map((one) => ({ id: numberOf(one.id), title: titleOf(one) })));
  };
  return <ChooseButton label={label} onClick={() => void pick()} />;
}

/** A shop whose admin has no picker knows no variants to pick either: that field is not offered there. */
function OwnPicking({ resource, label, chosen, onPick }: Picking) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <ChooseButton label={label} onClick={() => setOpen(true)} />
      <ResourcePicker
        open={open}
        kind={resource === "collection" ? "collection" : "product"}
        title={label}
        chosen={chosen}
        onClose={() => setOpen(false)}
        onPick={(picked) => {
          onPick(picked);
          setOpen(false);
        }}
      />
    </>
  );
}

function ChooseButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  const t = useTexts(editorTexts);
  return (
    <Button onClick={onClick} accessibilityLabel={`${t.choose}: ${label}`}>
      {t.choose}
    </Button>
  );
}

function isNumber(id: string): boolean {
  return /^\d+$/u.test(id);
}

function numberOf(gid: string): string {
  return gid.slice(gid.lastIndexOf("/") + 1);
}

/** A variant's own title says only its size: its whole name stands beside it. */
function titleOf(resource: unknown): string {
  const names = [valueAt(resource, ["displayName"]), valueAt(resource, ["title"])];
  const named = names.find((name) => typeof name === "string");
  assert(named !== undefined, "what the picker answers has a title");
  return named;
}
