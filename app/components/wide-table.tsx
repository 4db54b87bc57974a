import { useEffect, useRef, useState, type ReactNode } from "react";
import { frameTexts } from "./i18n/frame-texts.ts";
import { useTexts } from "./i18n/language.tsx";

/** A table that may be wider than the screen: where there is more to the side, it shows, and says so on a phone. */
export function WideTable({ children }: { readonly children: ReactNode }) {
  const t = useTexts(frameTexts);
  const frame = useRef<HTMLDivElement>(null);
  const more = useMoreToTheSide(frame);
  return (
    <>
      <div className="regulars-table__hint" aria-hidden="true">
        {more ? t.pushTable : null}
      </div>
      <div ref={frame} className={more ? "regulars-table regulars-table--more" : "regulars-table"}>
        {children}
      </div>
    </>
  );
}

function useMoreToTheSide(frame: { readonly current: HTMLDivElement | null }): boolean {
  const [more, setMore] = useState(false);
  useEffect(() => {
    const table = frame.current?.querySelector("table");
    const scroller = table?.parentElement;
    if (table === undefined || table === null || scroller === undefined || scroller === null)
      return undefined;
    const look = () => {
      const hidden = scroller.scrollWidth - scroller.clientWidth;
      // Whoever has no pointer pushes it with the arrow keys, for which it must be reachable.
      if (hidden > 0) scroller.tabIndex = 0;
      else scroller.removeAttribute("tabindex");
      setMore(hidden - scroller.scrollLeft > 8);
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(scroller);
    sizes.observe(table);
    scroller.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      scroller.removeEventListener("scroll", look);
    };
  }, [frame]);
  return more;
}
