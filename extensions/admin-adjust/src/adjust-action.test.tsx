import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeApp } from "../../common/testing/fake-app.ts";
import { annasState, annasStateWith, opened, strangersState } from "../../common/testing/kiezcafe.ts";
import { press, readable, reads, toggle, type, unnamedControls } from "../../common/testing/page.ts";
import { translateFrom } from "../../common/testing/translate.ts";
import en from "../locales/en.default.json";

const action = getExtension("admin.customer-details.action.render");
const MEMBER = "GET /api/admin/member";
const ADJUST = "POST /api/admin/adjust";
const close = vi.fn();

beforeEach(() => action.setUp());
afterEach(() => action.tearDown());

async function show(answers: Parameters<typeof fakeApp>[0]) {
  const app = fakeApp(answers);
  action.fetch = app.fetch;
  close.mockClear();
  action.shopify.close = close;
  action.shopify.data.selected = [{ id: "gid://shopify/Customer/7001" }];
  action.shopify.auth.idToken = () => Promise.resolve("staff-token");
  action.shopify.i18n.translate = translateFrom(en) as typeof action.shopify.i18n.translate;
  await action.render();
  return app;
}

/** Fills the form as staff do, and saves. */
async function fill(points: string, reason: string): Promise<void> {
  await reads(en.points);
  type(en.points, points, "input");
  type(en.reason, reason, "input");
  await new Promise((resolve) => setTimeout(resolve));
  press(en.save);
}

describe("adjusting points by hand", () => {
  it("says what the balance is and what it would become", async () => {
    await show({ [MEMBER]: opened() });
    await reads("Now 320 Bohnen");
    type(en.points, "-50", "input");
    await reads("Now 320 Bohnen, then 270 Bohnen");
  });

  it("has a name for every control", async () => {
    await show({ [MEMBER]: opened() });
    await reads(en.points);
    expect(unnamedControls()).toEqual([]);
  });

  it("posts the points with the reason, and closes", async () => {
    const app = await show({
      [MEMBER]: opened(),
      [ADJUST]: { body: { ok: true, code: null, state: annasStateWith({ available: 370 }) } },
    });
    await fill("50", " Late parcel ");
    await expect.poll(() => close.mock.calls.length).toBe(1);
    expect(app.askedOf(ADJUST)[0]?.body).toMatchObject({
      customer: "gid://shopify/Customer/7001",
      points: 50,
      reason: "Late parcel",
    });
  });

  it.each([
    ["", "Late parcel", en.mistake.pointsNone],
    ["0", "Late parcel", en.mistake.pointsNone],
    ["1.5", "Late parcel", en.mistake.pointsWhole],
    ["1e5", "Late parcel", en.mistake.pointsWhole],
    [".5", "Late parcel", en.mistake.pointsWhole],
    [",5", "Late parcel", en.mistake.pointsWhole],
    ["0x10", "Late parcel", en.mistake.pointsWhole],
    ["1000001", "Late parcel", en.mistake.pointsMany],
    ["50", "   ", en.mistake.reasonMissing],
    ["50", "x".repeat(201), en.mistake.reasonLong],
  ])(
    "with %j points and the reason %j says at the field what is missing, and posts nothing",
    async (points, reason, mistake) => {
      const app = await show({ [MEMBER]: opened() });
      await fill(points, reason);
      await reads(mistake);
      expect(app.askedOf(ADJUST)).toHaveLength(0);
    },
  );

  it("that did not come through stays open, and the next try is the same adjustment", async () => {
    const done = { body: { ok: true, code: null, state: annasState } };
    const app = await show({ [MEMBER]: opened(), [ADJUST]: ["not json", done] });
    await fill("50", "Late parcel");
    await reads("Try again: nothing is posted twice.");
    expect(close).not.toHaveBeenCalled();
    press(en.save);
    await expect.poll(() => close.mock.calls.length).toBe(1);
    const keys = app.askedOf(ADJUST).map(({ body }) => Reflect.get(body as object, "key") as unknown);
    expect(keys[1]).toBe(keys[0]);
  });

  it("with other points after a failure is another adjustment", async () => {
    const app = await show({ [MEMBER]: opened(), [ADJUST]: "not json" });
    await fill("50", "Late parcel");
    await reads("Try again: nothing is posted twice.");
    await fill("60", "Late parcel");
    await expect.poll(() => app.askedOf(ADJUST)).toHaveLength(2);
    const keys = app.askedOf(ADJUST).map(({ body }) => Reflect.get(body as object, "key") as unknown);
    expect(keys[1]).not.toBe(keys[0]);
  });

  it("says what becomes of points for somebody who owes some, and gives them to be spent where that is wished", async () => {
    const app = await show({
      [MEMBER]: opened(annasStateWith({ available: 0, debt: 52 })),
      [ADJUST]: { body: { ok: true, code: null, state: annasStateWith({ available: 30, debt: 52 }) } },
    });
    await reads(en.points);
    type(en.points, "30", "input");
    await reads("52 Bohnen are owed after a return: 30 Bohnen of these pay for it, 0 Bohnen can be spent.");
    await reads("Now 0 Bohnen, then 0 Bohnen");
    toggle(en.spare);
    await reads("30 Bohnen can be spent, 52 Bohnen stay owed.");
    await reads("Now 0 Bohnen, then 30 Bohnen");
    await fill("30", "Sorry");
    await expect.poll(() => app.askedOf(ADJUST)[0]?.body).toMatchObject({ points: 30, sparesDebt: true });
  });

  it("is not offered for somebody who is not in the program", async () => {
    await show({ [MEMBER]: opened(strangersState) });
    await reads(en.notMember);
    expect(readable()).not.toContain(en.save);
  });
});
