import { inflateSync } from "node:zlib";

const OBJECT = /(\d+) 0 obj([\s\S]*?)endobj/gu;
const STREAM = /stream\r?\n([\s\S]*?)\r?\nendstream/u;

/** What a PDF of the browser's says, piece by piece as it was set: glyphs are read by the table each font brings. */
export function pdfText(pdf: Buffer): string {
  const objects = new Map(
    [...pdf.toString("latin1").matchAll(OBJECT)].map(([, id, body]) => [String(id), String(body)]),
  );
  const fonts = new Map<string, Map<string, string>>();
  for (const body of objects.values()) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
      const unicode = /\/ToUnicode (\d+) 0 R/u.exec(objects.get(String(id)) ?? "")?.[1];
      if (unicode !== undefined) fonts.set(String(name), glyphsOf(streamOf(objects.get(unicode) ?? "")));
    }
  }
  return [...objects.values()]
    .map(streamOf)
    .filter((stream) => stream.includes(" Tf"))
    .map((stream) => pageText(stream, fonts))
    .join("\n");
}

/** How many pages it has, and how large they are, in points. */
export function pdfPages(pdf: Buffer): readonly string[] {
  return [...pdf.toString("latin1").matchAll(/\/MediaBox \[([^\]]*)\]/gu)].map(([, box]) =>
    String(box).trim(),
  );
}

function streamOf(body: string): string {
  const raw = STREAM.exec(body)?.[1];
  if (raw === undefined || !body.includes("/FlateDecode")) return raw ?? "";
  return inflateSync(Buffer.from(raw, "latin1")).toString("latin1");
}

function glyphsOf(table: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, block] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu)) {
    for (const [, glyph, text] of String(block).matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/gu))
      glyphs.set(String(glyph).toUpperCase(), utf16(String(text)));
  }
  for (const [, block] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu)) {
    for (const [, from, to, text] of String(block).matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/gu,
    )) {
      const first = parseInt(String(from), 16);
      for (let glyph = first; glyph <= parseInt(String(to), 16); glyph += 1) {
        const code = (parseInt(String(text), 16) + glyph - first).toString(16).padStart(4, "0");
        glyphs.set(glyph.toString(16).padStart(4, "0").toUpperCase(), utf16(code));
      }
    }
  }
  return glyphs;
}

function utf16(hex: string): string {
  return Buffer.from(hex, "hex").swap16().toString("utf16le");
}

function pageText(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map();
  let text = "";
  for (const [, name, hex] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/gu)) {
    if (name !== undefined) font = fonts.get(name) ?? font;
    for (const glyph of (hex ?? "").match(/.{4}/gu) ?? []) text += font.get(glyph.toUpperCase()) ?? "";
  }
  return text;
}
