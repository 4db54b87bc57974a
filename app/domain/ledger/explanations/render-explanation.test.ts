import { describe, expect, test } from "vitest";
import { activity, earned, reduced, renderInClub as render } from "#tests/fixtures/explanations.ts";

describe("why an entry was posted", () => {
  test("an order's points are told rule by rule, with rate, factor, rounding, limits and dates", () => {
    expect(render(earned, "en")).toEqual([
      "Order #1001: 88 Bohnen",
      "Purchase: 62 Bohnen for €50.00 (1 per €1.00, 1.25×)",
      "Mugs: 25 Bohnen, 25 each",
      "First order: 1 Bohne",
      "76.26 in all, rounded down once for the whole order",
      "Fewer, because more Bohnen cannot be collected in this time",
      "Tier: Silber",
      "Can be spent from 19 January 2026",
      "Valid until 31 January 2027",
    ]);
    expect(render(earned, "de")).toEqual([
      "Bestellung #1001: 88 Bohnen",
      "Einkauf: 62 Bohnen für 50,00 € (1 je 1,00 €, 1,25-fach)",
      "Becher: 25 Bohnen, 25 je Stück",
      "Erste Bestellung: 1 Bohne",
      "Zusammen 76,26, für die ganze Bestellung einmal abgerundet",
      "Weniger, weil in dieser Zeit nicht mehr Bohnen möglich sind",
      "Stufe: Silber",
      "Einlösbar ab 19. Januar 2026",
      "Gültig bis 31. Januar 2027",
    ]);
  });

  test("products are called by their names, where the shop told them, and two of one name are one line", () => {
    const names = { "7100000000971": "Blue mug", "7100000000972": "Sidamo 250 g" };
    expect(render(earned, "en", null, names).slice(1, 5)).toEqual([
      "Blue mug: 50 Bohnen for €40.10 (1 per €1.00, 1.25×)",
      "Blue mug (Mugs): 25 Bohnen, 25 each",
      "Sidamo 250 g: 12 Bohnen for €9.90 (1 per €1.00, 1.25×)",
      "First order: 1 Bohne",
    ]);
    const same = { "7100000000971": "Sidamo 250 g", "7100000000972": "Sidamo 250 g" };
    expect(render(earned, "de", null, same).slice(1, 3)).toEqual([
      "Sidamo 250 g: 62 Bohnen für 50,00 € (1 je 1,00 €, 1,25-fach)",
      "Sidamo 250 g (Becher): 25 Bohnen, 25 je Stück",
    ]);
  });

  test("of many products the rules alone are told", () => {
    const [line] = earned.lines;
    if (line === undefined) throw new Error("the fixture has lines");
    const lines = Array.from({ length: 9 }, (_, place) => ({ ...line, lineId: String(place) }));
    const names = Object.fromEntries(lines.map(({ lineId }) => [lineId, `Coffee ${lineId}`]));
    expect(render({ ...earned, lines }, "en", null, names)[1]).toBe(
      "Purchase: 450 Bohnen for €360.90 (1 per €1.00, 1.25×)",
    );
  });

  test("what a return took is told with what was kept and where it was taken from", () => {
    expect(render(reduced, "en", "#1001")).toEqual([
      "Part of order #1001 came back, so 8 of its 15 Bohnen went back too",
      "Kept: goods for €7.50 of €15.00, which earn 7 Bohnen",
      "5 Bohnen that were left of this order",
      "Spent already, and settled from the next Bohnen: 3 Bohnen",
    ]);
    expect(render(reduced, "de", "#1001")).toEqual([
      "Ein Teil von Bestellung #1001 ging zurück, damit auch 8 von 15 Bohnen",
      "Behalten: Ware für 7,50 € von 15,00 €, das ergibt 7 Bohnen",
      "Davon aus dieser Bestellung noch übrig: 5 Bohnen",
      "Schon ausgegeben, wird mit den nächsten Bohnen verrechnet: 3 Bohnen",
    ]);
  });

  test("a negative activity that found too little says that nothing is owed", () => {
    expect(render({ ...activity, activity: "unsubscribed", points: -7, wanted: -20 }, "en")[1]).toBe(
      "No more than there was could be taken; nothing is owed for it",
    );
  });
});
