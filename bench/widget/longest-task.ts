import type { Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds; `tdur` is processor time of the thread: what other processes take away is not in it. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Marks the task that makes a new page's world: the browser's work, and the test's own script in it. */
const NEW_WORLD = "LocalWindowProxy::Initialize";

/** The longest task of the page itself on its main thread while `work` is done, in ms of processor time. */
export async function longestTaskMs(page: Page, work: () => Promise<unknown>): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("the page has no browser");
  await browser.startTracing(page, { categories: ["toplevel", "v8"] });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${String(pid)} ${String(tid)}`;
  const names = trace.traceEvents.filter(({ name }) => name === "thread_name");
  const threads = new Map(names.map((event) => [threadOf(event), event.args?.name]));
  const main = trace.traceEvents.filter(
    (event) => event.ph === "X" && threads.get(threadOf(event)) === "CrRendererMain",
  );
  const worlds = main.filter(({ name }) => name === NEW_WORLD);
  const tasks = main.filter(
    (task) =>
      task.name.endsWith("RunTask") &&
      !worlds.some(({ ts, tid }) => tid === task.tid && ts >= task.ts && ts <= task.ts + (task.dur ?? 0)),
  );
  if (tasks.length === 0) throw new Error("the trace shows no task");
  return Math.max(...tasks.map(({ tdur }) => (tdur ?? 0) / 1_000));
}
