import { BlockStack, Card, InlineStack, List, Link, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { homeTexts } from "../i18n/home-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { QuietBadge } from "../quiet-badge.tsx";

export interface RunningState {
  readonly lastDeliveryAt: Instant | null;
  readonly workerSeenAt: Instant | null;
  readonly workerAlive: boolean;
  readonly waiting: number;
  readonly oldestWaitingAt: Instant | null;
}

/** Answers the first question: is it running? */
export function RunningCard({ state }: { readonly state: RunningState }) {
  const t = useTexts(homeTexts);
  const { moment, count } = useFormats();
  const { lastDeliveryAt, workerSeenAt, waiting, oldestWaitingAt } = state;
  const backlog =
    oldestWaitingAt === null ? count(waiting) : t.backlogSince(count(waiting), moment(oldestWaitingAt));
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t.running}
          </Text>
          <QuietBadge tone={state.workerAlive ? "success" : "critical"}>
            {state.workerAlive ? t.alive : t.silent}
          </QuietBadge>
        </InlineStack>
        <Text as="p">{state.workerAlive ? t.runningWell : workerProblem(t, workerSeenAt, moment)}</Text>
        <BlockStack gap="100">
          <Fact
            label={t.lastDelivery}
            value={lastDeliveryAt === null ? t.noDelivery : moment(lastDeliveryAt)}
          />
          <Fact label={t.workerSeen} value={workerSeenAt === null ? t.never : moment(workerSeenAt)} />
          <Fact label={t.backlog} value={backlog} />
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function workerProblem(
  t: (typeof homeTexts)["en"],
  workerSeenAt: Instant | null,
  moment: (at: Instant) => string,
): string {
  return workerSeenAt === null ? t.workerNever : t.workerSilent(moment(workerSeenAt));
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <InlineStack align="space-between" gap="200">
      <Text as="span" tone="subdued">
        {label}
      </Text>
      <span className="regulars-unbroken">{value}</span>
    </InlineStack>
  );
}

export interface Todo {
  readonly text: string;
  /** Where it is done; null where it is not done in the app. */
  readonly url: string | null;
}

/** Answers the third: what needs me? */
export function TodoCard({ todos }: { readonly todos: readonly Todo[] }) {
  const t = useTexts(homeTexts);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.todo}
        </Text>
        {todos.length === 0 ? (
          <Text as="p" tone="subdued">
            {t.nothingTodo}
          </Text>
        ) : (
          <List>
            {todos.map(({ text, url }) => (
              <List.Item key={text}>
                {text}{" "}
                {url === null ? null : (
                  <Link url={url} {...(url.startsWith("https:") ? { target: "_top" } : {})}>
                    {t.look}
                  </Link>
                )}
              </List.Item>
            ))}
          </List>
        )}
      </BlockStack>
    </Card>
  );
}
