import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";

/**
 * Whether the theme shows a part of the app, as the admin says; asked again whenever somebody comes back to the
 * page, from the theme editor for one. Null until the admin has answered, and where this admin cannot say.
 */
export function useThemeExtension(): boolean | null {
  const bridge = useAppBridge();
  const [switchedOn, setSwitchedOn] = useState<boolean | null>(null);
  useEffect(() => {
    let shown = true;
    const ask = () => {
      bridge.app
        .extensions()
        .then((extensions) => {
          const placed = extensions.some((extension) => extension.activations.some(isPlaced));
          if (shown) setSwitchedOn(placed);
        })
        .catch(() => {
          if (shown) setSwitchedOn(null);
        });
    };
    const askAgain = () => {
      if (document.visibilityState === "visible") ask();
    };
    ask();
    document.addEventListener("visibilitychange", askAgain);
    window.addEventListener("focus", askAgain);
    return () => {
      shown = false;
      document.removeEventListener("visibilitychange", askAgain);
      window.removeEventListener("focus", askAgain);
    };
  }, [bridge]);
  return switchedOn;
}

/** Parts of a theme extension say where they are placed; extensions of other kinds do not. */
function isPlaced(activation: object): boolean {
  return (
    "activations" in activation && Array.isArray(activation.activations) && activation.activations.length > 0
  );
}
