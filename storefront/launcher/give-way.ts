/** Space left between the launcher and what it makes room for, in CSS pixels. */
const GAP_PX = 12;

/**
 * The launcher never lies over a consent banner, a sticky add-to-cart bar or a cart drawer: what is
 * fixed to the window below it lifts it, and what leaves no room hides it until that is gone.
 */
export function giveWay(launcher: HTMLElement): void {
  let asked = false;
  const look = (): void => {
    asked = false;
    makeRoom(launcher);
  };
  const soon = (): void => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(look);
  };
  new MutationObserver(soon).observe(document.body, {
    childList: true,
    attributes: true,
    attributeFilter: ["class", "hidden", "open"],
    subtree: true,
  });
  addEventListener("resize", soon, { passive: true });
  addEventListener("transitionend", soon, { passive: true });
  soon();
}

function makeRoom(launcher: HTMLElement): void {
  launcher.style.setProperty("--r-lift", "0px");
  launcher.style.visibility = "";
  const place = launcher.getBoundingClientRect();
  if (place.width === 0) return;
  let lift = 0;
  for (const x of [place.left + 1, (place.left + place.right) / 2, place.right - 1]) {
    for (const found of document.elementsFromPoint(x, (place.top + place.bottom) / 2)) {
      const fixed = fixedTo(found, launcher);
      if (fixed === null) continue;
      lift = Math.max(lift, place.bottom - fixed.getBoundingClientRect().top + GAP_PX);
    }
  }
  launcher.style.setProperty("--r-lift", `${String(Math.ceil(lift))}px`);
  if (lift > innerHeight / 2) launcher.style.visibility = "hidden";
}

function fixedTo(found: Element, launcher: HTMLElement): Element | null {
  for (let node: Element | null = found; node !== null && node !== document.body; node = node.parentElement) {
    if (node === launcher) return null;
    const position = getComputedStyle(node).position;
    if (position === "fixed" || position === "sticky") return node;
  }
  return null;
}
