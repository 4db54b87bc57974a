import { readPng, writePng } from "./png.ts";

const PALETTE = 256;
/** Surfaces and letters of a page are few colors: the commonest stay exactly as they are. */
const KEPT = 160;

/**
 * The same picture in at most 256 colors, which pages hardly lose by and which makes it a third as
 * large. The same points always give the same bytes.
 */
export function compressPng(png: Buffer): Buffer {
  const pixels = readPng(png);
  const counts = new Map<number, number>();
  for (const color of pixels.colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const byCount = [...counts].sort(([one, often], [other, oftener]) => oftener - often || one - other);
  const palette = byCount.slice(0, counts.size <= PALETTE ? PALETTE : KEPT).map(([color]) => color);
  const rest = byCount.slice(palette.length);
  if (rest.length > 0) palette.push(...averages(rest, PALETTE - palette.length));
  const indexOf = new Map<number, number>();
  for (const [color] of byCount) indexOf.set(color, nearest(palette, color));
  const indexes = Uint8Array.from(pixels.colors, (color) => indexOf.get(color) ?? 0);
  return writePng(pixels, palette, indexes);
}

type Counted = readonly [color: number, count: number];

const CHANNELS: readonly number[] = [16, 8, 0];
const channel = (color: number, shift: number): number => (color >> shift) & 255;

/** Halves the widest box of colors until there are enough, and takes the middle of each (median cut). */
function averages(colors: readonly Counted[], wanted: number): number[] {
  const boxes: (readonly Counted[])[] = [colors];
  while (boxes.length < wanted) {
    const widest = boxes.reduce((one, other) => (spread(other).width > spread(one).width ? other : one));
    const { shift, width } = spread(widest);
    if (width === 0) break;
    const sorted = [...widest].sort(
      ([one], [other]) => channel(one, shift) - channel(other, shift) || one - other,
    );
    const middle = sorted.length >> 1;
    boxes.splice(boxes.indexOf(widest), 1, sorted.slice(0, middle), sorted.slice(middle));
  }
  return boxes.map(average);
}

function spread(box: readonly Counted[]): { readonly shift: number; readonly width: number } {
  const widths = CHANNELS.map((shift) => {
    let [low, high] = [255, 0];
    for (const [color] of box) {
      low = Math.min(low, channel(color, shift));
      high = Math.max(high, channel(color, shift));
    }
    return { shift, width: high - low };
  });
  return widths.reduce((one, other) => (other.width > one.width ? other : one));
}

function average(box: readonly Counted[]): number {
  const all = box.reduce((sum, [, count]) => sum + count, 0);
  return CHANNELS.reduce((color, shift) => {
    const sum = box.reduce((total, [one, count]) => total + channel(one, shift) * count, 0);
    return color | (Math.round(sum / all) << shift);
  }, 0);
}

function nearest(palette: readonly number[], wanted: number): number {
  let best = 0;
  let least = Infinity;
  for (const [index, color] of palette.entries()) {
    const distance = CHANNELS.reduce(
      (sum, shift) => sum + (channel(color, shift) - channel(wanted, shift)) ** 2,
      0,
    );
    if (distance >= least) continue;
    least = distance;
    best = index;
    if (distance === 0) break;
  }
  return best;
}
