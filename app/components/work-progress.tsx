import {
  BlockStack,
  Button,
  Card,
  InlineError,
  InlineStack,
  ProgressBar,
  Spinner,
  Text,
} from "@shopify/polaris";
import { useCallback, type ReactNode } from "react";
import { useDeed } from "./use-deed.ts";

interface WorkProgressProps {
  readonly title: string;
  /** That nobody has to wait at the page. */
  readonly goesOn: string;
  readonly children: ReactNode;
  /** What can be done about it meanwhile. */
  readonly actions: ReactNode;
}

/** Work that a worker is at. */
export function WorkProgress({ title, goesOn, children, actions }: WorkProgressProps) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {children}
        <Text as="p" tone="subdued">
          {goesOn}
        </Text>
        <InlineStack>{actions}</InlineStack>
      </BlockStack>
    </Card>
  );
}

/** How many there are is known at the end only. */
export function CountedSoFar({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <InlineStack gap="300" blockAlign="center" wrap={false}>
      <Spinner size="small" accessibilityLabel={label} />
      <Text as="p">{text}</Text>
    </InlineStack>
  );
}

interface DoneOfAllProps {
  readonly id: string;
  readonly done: number;
  readonly all: number;
  readonly text: string;
}

export function DoneOfAll({ id, done, all, text }: DoneOfAllProps) {
  const percent = all === 0 ? 0 : Math.floor((done * 100) / all);
  return (
    <BlockStack gap="200">
      <ProgressBar progress={percent} size="small" ariaLabelledBy={id} />
      <Text as="p" id={id}>
        {text}
      </Text>
    </BlockStack>
  );
}

interface StopButtonProps {
  readonly action: string;
  readonly done: string;
  readonly fields?: Readonly<Record<string, string>>;
}

export function StopButton({ action, done, fields }: StopButtonProps) {
  const deed = useDeed(
    done,
    useCallback(() => undefined, []),
  );
  return (
    <BlockStack gap="100">
      <Button loading={deed.busy} onClick={() => deed.send({ intent: "stop", ...fields })}>
        {action}
      </Button>
      {deed.refusal === null ? null : <InlineError fieldID="stop" message={deed.refusal} />}
    </BlockStack>
  );
}
