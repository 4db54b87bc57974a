/**
 * A page may come back from the browser's memory, or from what it kept on disk, after somebody else has
 * signed in or out. `hide` takes away what is one person's before the page is put aside, and at once where
 * it comes back from disk; `ask` then finds out who is looking now.
 */
export function whenSomebodyComesBack(hide: () => void, ask: () => void): void {
  addEventListener("pagehide", hide);
  addEventListener("pageshow", (event) => {
    if (event.persisted) ask();
  });
  if (isFromHistory()) {
    hide();
    ask();
  }
}

function isFromHistory(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation instanceof PerformanceNavigationTiming && navigation.type === "back_forward";
}
