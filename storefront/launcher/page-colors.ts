import { corrected, luminance, mix, readableOn, type Rgb } from "./contrast.ts";

/**
 * Takes the theme's colours from the page and sets what the widget is drawn with. A merchant's
 * `--regulars-accent` and `--regulars-surface` win; without them the page's own text and background
 * serve, so that dark themes stay dark. Every pair that carries text is corrected to 4.5:1.
 */
export function applyPageColors(host: HTMLElement): void {
  const own = getComputedStyle(host);
  const page = getComputedStyle(document.body);
  const surface = read(own.getPropertyValue("--regulars-surface")) ??
    read(page.backgroundColor) ?? [255, 255, 255];
  const text = corrected(read(page.color) ?? readableOn(surface), surface, 7);
  const accent = read(own.getPropertyValue("--regulars-accent")) ?? text;
  const colors: Readonly<Record<string, Rgb>> = {
    surface,
    text,
    raised: mix(surface, text, 0.05),
    line: mix(surface, text, 0.16),
    muted: corrected(mix(surface, text, 0.7), mix(surface, text, 0.05)),
    accent,
    "on-accent": readableOn(accent),
    link: corrected(accent, mix(surface, text, 0.05)),
  };
  for (const [name, color] of Object.entries(colors)) {
    host.style.setProperty(`--r-${name}`, `rgb(${color.join(" ")})`);
  }
  host.style.setProperty("--r-scheme", luminance(surface) < 0.2 ? "dark" : "light");
}

/** Any CSS colour as numbers: the browser itself reads it. Null where nothing solid was given. */
function read(color: string): Rgb | null {
  const wanted = color.trim();
  if (wanted === "" || !CSS.supports("color", wanted)) return null;
  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (brush === null) return null;
  brush.fillStyle = wanted;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
  if (red === undefined || green === undefined || blue === undefined || alpha !== 255) return null;
  return [red, green, blue];
}
