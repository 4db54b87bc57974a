import { deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture of opaque points: each 24 bits, red first. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly colors: Uint32Array;
}

/** Width and height of a PNG, from its head. */
export function pngSize(png: Buffer): { readonly width: number; readonly height: number } {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error("This is not a PNG.");
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** Reads what a browser writes: 8 bits a channel, red-green-blue with or without alpha, not interlaced. */
export function readPng(png: Buffer): Pixels {
  const { width, height } = pngSize(png);
  const [depth, kind, , , interlaced] = png.subarray(24, 29);
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0) {
    throw new Error("Only plain pictures of 8 bits a channel are read.");
  }
  const channels = kind === 2 ? 3 : 4;
  const rows = inflateSync(Buffer.concat(chunksOf(png, "IDAT")));
  const points = unfilter(rows, width * channels, height, channels);
  const colors = new Uint32Array(width * height);
  for (let at = 0; at < colors.length; at += 1) {
    const from = at * channels;
    colors[at] = (byte(points, from) << 16) | (byte(points, from + 1) << 8) | byte(points, from + 2);
  }
  return { width, height, colors };
}

/** Writes a picture with a palette: `indexes` name a color of it for every point. */
export function writePng({ width, height }: Pixels, palette: readonly number[], indexes: Uint8Array): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    // Each row begins with its filter: none, because neighbours in a palette are no neighbours in color.
    rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  const parts = [
    chunk("IHDR", head),
    chunk("PLTE", colors),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([SIGNATURE, ...parts]);
}

function byte(bytes: Uint8Array, at: number): number {
  const found = bytes[at];
  if (found === undefined) throw new Error("The picture ends early.");
  return found;
}

function chunksOf(png: Buffer, wanted: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === wanted) found.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}

/** Takes back the filters of PNG's rows (W3C PNG, section 9). */
function unfilter(rows: Buffer, rowBytes: number, height: number, channels: number): Uint8Array {
  const points = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    const filter = byte(rows, y * (rowBytes + 1));
    const from = y * (rowBytes + 1) + 1;
    const to = y * rowBytes;
    for (let x = 0; x < rowBytes; x += 1) {
      const left = x < channels ? 0 : byte(points, to + x - channels);
      const above = y === 0 ? 0 : byte(points, to + x - rowBytes);
      const corner = x < channels || y === 0 ? 0 : byte(points, to + x - rowBytes - channels);
      points[to + x] = byte(rows, from + x) + predicted(filter, left, above, corner);
    }
  }
  return points;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const estimate = left + above - corner;
      const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(estimate - one));
      if (toLeft === undefined || toAbove === undefined || toCorner === undefined) return 0;
      if (toLeft <= toAbove && toLeft <= toCorner) return left;
      return toAbove <= toCorner ? above : corner;
    }
    default:
      throw new Error(`PNG knows no filter ${String(filter)}.`);
  }
}

const CHECKS = Uint32Array.from({ length: 256 }, (_, start) => {
  let check = start;
  for (let bit = 0; bit < 8; bit += 1) check = check & 1 ? 0xedb88320 ^ (check >>> 1) : check >>> 1;
  return check;
});

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  let check = 0xffffffff;
  for (const one of body) check = (CHECKS[(check ^ one) & 255] ?? 0) ^ (check >>> 8);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((check ^ 0xffffffff) >>> 0);
  return Buffer.concat([length, body, sum]);
}
