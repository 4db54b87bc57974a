import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { compressPng } from "./compress-png.ts";
import { PICTURE_BYTES, type PictureName } from "./pictures.ts";
import { pngSize } from "./png.ts";

const DOCS = "docs/images";
const ARTIFACTS = "tests/browser/.artifacts/pictures";

/**
 * Takes a picture of the docs. Every run takes them and looks whether they are what the docs show;
 * `npm run pictures` puts them there.
 */
export async function takePicture(of: Page | Locator, name: PictureName): Promise<void> {
  const taken = compressPng(await of.screenshot({ animations: "disabled", caret: "hide" }));
  expect(taken.length, `${name} is small enough`).toBeLessThanOrEqual(PICTURE_BYTES);
  mkdirSync(ARTIFACTS, { recursive: true });
  writeFileSync(`${ARTIFACTS}/${name}.png`, taken);
  const place = `${DOCS}/${name}.png`;
  const into = process.env["PICTURES_INTO"];
  if (into !== undefined) writeFileSync(`${into}/${name}.png`, taken);
  expect(existsSync(place), `${place} is there: run npm run pictures`).toBe(true);
  // Letters differ from machine to machine, so that only the frame can be compared.
  expect(pngSize(readFileSync(place)), `${place} is of this size: run npm run pictures`).toEqual(
    pngSize(taken),
  );
}
