import { useNavigate, useSearchParams } from "@remix-run/react";
import { Button, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { AskModal } from "../../ask-modal.tsx";
import { ConfirmModal } from "../../confirm-modal.tsx";
import { listTexts } from "../../i18n/members/list-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useDeed } from "../../use-deed.ts";
import { viewQuery } from "./list-address.ts";

export interface ShownView {
  readonly viewId: string;
  readonly name: string;
  readonly query: string;
}

const ALL = "";
const UNSAVED = "unsaved";

type Asking = "save" | "rename" | "delete" | null;

/** Filters and order under a name: chosen, kept, called something else, taken away. */
export function MemberViews({ views }: { readonly views: readonly ShownView[] }) {
  const t = useTexts(listTexts);
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const [asking, setAsking] = useState<Asking>(null);
  const close = useCallback(() => setAsking(null), []);
  const query = viewQuery(address);
  const shown = views.find((view) => view.query === query);
  const isUnsaved = shown === undefined && query !== ALL;
  const name = shown === undefined ? ALL : shown.name;
  return (
    <InlineStack gap="300" blockAlign="center">
      <Select
        label={t.view}
        labelInline
        options={[
          { label: t.allMembers, value: ALL },
          ...views.map((view) => ({ label: view.name, value: view.viewId })),
          ...(isUnsaved ? [{ label: t.unsavedView, value: UNSAVED }] : []),
        ]}
        value={shown === undefined ? (isUnsaved ? UNSAVED : ALL) : shown.viewId}
        onChange={(viewId) => {
          const view = views.find((one) => one.viewId === viewId);
          if (viewId !== UNSAVED) navigate(`?${view === undefined ? "" : view.query}`);
        }}
      />
      {isUnsaved ? <Button onClick={() => setAsking("save")}>{t.saveView}</Button> : null}
      {shown === undefined ? null : (
        <>
          <Button variant="plain" onClick={() => setAsking("rename")}>
            {t.renameView}
          </Button>
          <Button variant="plain" tone="critical" onClick={() => setAsking("delete")}>
            {t.deleteView}
          </Button>
        </>
      )}
      {asking === "save" ? (
        <NameModal
          title={t.saveView}
          name=""
          fields={{ intent: "keep_view", query }}
          done={t.viewSaved}
          onClose={close}
        />
      ) : null}
      {asking === "rename" && shown !== undefined ? (
        <NameModal
          title={t.renameView}
          name={name}
          fields={{ intent: "rename_view", viewId: shown.viewId }}
          done={t.viewRenamed}
          onClose={close}
        />
      ) : null}
      <ConfirmModal
        open={asking === "delete"}
        title={t.deleteView}
        body={[t.deleteViewBody(name)]}
        action={t.deleteView}
        keep={t.cancel}
        done={t.viewDeleted}
        destructive
        onClose={close}
        fields={{ intent: "drop_view", viewId: shown === undefined ? ALL : shown.viewId }}
      />
    </InlineStack>
  );
}

interface NameModalProps {
  readonly title: string;
  /** What it is called so far. */
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly done: string;
  readonly onClose: () => void;
}

function NameModal({ title, name, fields, done, onClose }: NameModalProps) {
  const t = useTexts(listTexts);
  const [typed, setTyped] = useState(name);
  const deed = useDeed(done, onClose);
  const problem = deed.problemOf("name");
  return (
    <AskModal
      open
      title={title}
      action={t.save}
      keep={t.cancel}
      destructive={false}
      onClose={onClose}
      deed={deed}
      fields={{ ...fields, name: typed }}
    >
      <TextField
        label={t.viewName}
        helpText={<Text as="span">{t.viewNameHelp}</Text>}
        autoComplete="off"
        autoFocus
        maxLength={60}
        value={typed}
        onChange={setTyped}
        {...(problem === null ? {} : { error: problem === "taken" ? t.problems.taken : t.problems.missing })}
      />
    </AskModal>
  );
}
