/** Space left between the launcher and what it gives way to, in CSS pixels. */
const GAP_PX = 12;
/** Bars that lie above one another, each of which may have another above it. */
const BARS_AT_MOST = 6;
/** A slider of the theme's may move with every picture: looking is not worth as much. */
const PAUSE_MS = 100;
/** Things that come and go without a word in the document: their movement tells. */
const MOVEMENTS = ["transitionend", "animationstart", "animationend", "toggle"] as const;

/**
 * The launcher never lies under or over a consent banner, a sticky add-to-cart bar or a cart drawer: what
 * is fixed to the window below it lifts it, above all of them, whenever they come; and what covers too
 * much of the window hides it until that is gone.
 */
export function avoidOverlap(launcher: HTMLElement): void {
  let asked = false;
  const look = (): void => {
    asked = false;
    giveWay(launcher);
  };
  const soon = (): void => {
    if (asked) return;
    asked = true;
    setTimeout(look, PAUSE_MS);
  };
  // What we write on the launcher ourselves is no news.
  new MutationObserver((changes) => {
    if (changes.some(({ target }) => target !== launcher)) soon();
  }).observe(document.documentElement, {
    childList: true,
    attributes: true,
    attributeFilter: ["class", "style", "hidden", "open", "data-state", "aria-hidden"],
    subtree: true,
  });
  addEventListener("resize", soon, { passive: true });
  for (const movement of MOVEMENTS) addEventListener(movement, soon, { passive: true, capture: true });
  requestAnimationFrame(look);
}

function giveWay(launcher: HTMLElement): void {
  launcher.style.setProperty("--r-lift", "0px");
  launcher.style.visibility = "";
  const place = launcher.getBoundingClientRect();
  if (place.width === 0) return;
  let lift = 0;
  for (let bar = 0; bar < BARS_AT_MOST; bar += 1) {
    const above = topOfWhatIsIn(place, lift, launcher);
    if (above === null) break;
    lift = Math.ceil(place.bottom - above + GAP_PX);
  }
  launcher.style.setProperty("--r-lift", `${String(lift)}px`);
  if (lift > innerHeight / 2) launcher.style.visibility = "hidden";
}

/** The highest edge of what is fixed where the launcher would stand, lifted so far; null where it is free. */
function topOfWhatIsIn(place: DOMRect, lift: number, launcher: HTMLElement): number | null {
  let top: number | null = null;
  for (const x of [place.left + 1, (place.left + place.right) / 2, place.right - 1]) {
    for (const y of [place.top + 1, (place.top + place.bottom) / 2, place.bottom - 1]) {
      for (const found of elementsAt(document, launcher, x, y - lift)) {
        const fixed = fixedTo(found);
        if (fixed === null) continue;
        const edge = fixed.getBoundingClientRect().top;
        if (top === null || edge < top) top = edge;
      }
    }
  }
  return top;
}

/** Also what stands in the open shadow of a consent tool's own element; our own panel lies over all anyway. */
function elementsAt(root: Document | ShadowRoot, launcher: Element, x: number, y: number): Element[] {
  return (
    root
      .elementsFromPoint(x, y)
      // A shadow also names what lies outside of it.
      .filter((found) => found !== launcher && found.getRootNode() === root)
      .flatMap((found) =>
        found.shadowRoot === null ? [found] : [found, ...elementsAt(found.shadowRoot, launcher, x, y)],
      )
  );
}

function fixedTo(found: Element): Element | null {
  for (let node: Element | null = found; node !== null && node !== document.body; node = parentOf(node)) {
    const position = getComputedStyle(node).position;
    if (position === "fixed" || position === "sticky") return node;
  }
  return null;
}

function parentOf(node: Element): Element | null {
  if (node.parentElement !== null) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
