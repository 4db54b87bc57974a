import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, corrected, luminance, readableOn, TEXT_CONTRAST, type Rgb } from "./contrast.ts";

const channel = fc.integer({ min: 0, max: 255 });
const color: fc.Arbitrary<Rgb> = fc.tuple(channel, channel, channel);

describe("contrast", () => {
  it("is 21 between black and white and 1 between equals, as WCAG has it", () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
    expect(contrast([90, 20, 200], [90, 20, 200])).toBe(1);
    expect(luminance([119, 119, 119])).toBeCloseTo(0.184, 3);
  });

  it("of black or white is always enough for text", () => {
    fc.assert(
      fc.property(color, (surface) => {
        expect(contrast(readableOn(surface), surface)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      }),
    );
  });

  it("is 4.5 to 1 for every corrected colour on every surface", () => {
    fc.assert(
      fc.property(color, color, (wanted, surface) => {
        expect(contrast(corrected(wanted, surface), surface)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      }),
    );
  });

  it("leaves a colour alone that reads well", () => {
    expect(corrected([47, 93, 80], [255, 255, 255])).toEqual([47, 93, 80]);
  });
});
