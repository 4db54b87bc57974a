export type Rgb = readonly [red: number, green: number, blue: number];

/** WCAG 2.2, 1.4.3: text against what is behind it. */
export const TEXT_CONTRAST = 4.5;

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/** Relative luminance as WCAG defines it, 0 (black) to 1 (white). */
export function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, 1 to 21, whichever is the lighter. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `share` of `over` laid on `under`. */
export function mix(under: Rgb, over: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2): number =>
    Math.round(under[index] + (over[index] - under[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

/** Black or white, whichever reads better on this surface; one of them always reaches 4.5. */
export function readableOn(surface: Rgb): Rgb {
  return contrast(WHITE, surface) >= contrast(BLACK, surface) ? WHITE : BLACK;
}

/** The wanted colour, moved towards black or white just as far as text on this surface needs. */
export function corrected(wanted: Rgb, surface: Rgb, ratio = TEXT_CONTRAST): Rgb {
  const towards = readableOn(surface);
  for (let share = 0; share < 1; share += 0.05) {
    const tried = mix(wanted, towards, share);
    if (contrast(tried, surface) >= ratio) return tried;
  }
  return towards;
}
