import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeApp } from "../../common/testing/fake-app.ts";
import {
  annasState,
  annasStateWith,
  fiveOffState,
  opened,
  strangersState,
} from "../../common/testing/kiezcafe.ts";
import { press, readable, reads, unnamedControls } from "../../common/testing/page.ts";
import { translateFrom } from "../../common/testing/translate.ts";
import en from "../locales/en.default.json";

const block = getExtension("pos.customer-details.block.render");
const menuItem = getExtension("pos.customer-details.action.menu-item.render");
const till = getExtension("pos.customer-details.action.render");
const MEMBER = "GET /api/pos/member";
const CLAIM = "POST /api/pos/claim";

type Surface = typeof block | typeof till;

async function show(surface: Surface, answers: Parameters<typeof fakeApp>[0]) {
  const app = fakeApp(answers);
  surface.fetch = app.fetch;
  surface.shopify.customer.id = 7001;
  surface.shopify.session.getSessionToken = () => Promise.resolve("till-token");
  surface.shopify.i18n.translate = translateFrom(en) as Surface["shopify"]["i18n"]["translate"];
  await surface.render();
  return app;
}

describe("the block on the customer screen", () => {
  beforeEach(() => block.setUp());
  afterEach(() => block.tearDown());

  it("says points, tier and what is missing to the next", async () => {
    await show(block, { [MEMBER]: opened() });
    await reads("320 Bohnen");
    expect(readable()).toContain("Bronze");
    expect(readable()).toContain("€46 to Silber");
  });

  it("asks about the customer of the sale, with the till's token", async () => {
    const app = await show(block, { [MEMBER]: opened() });
    await reads("320 Bohnen");
    const [request] = app.askedOf(MEMBER);
    expect(request?.url.searchParams.get("customer")).toBe("7001");
    expect(request?.headers.get("authorization")).toBe("Bearer till-token");
  });

  it("opens the redemption where there is something to redeem", async () => {
    const presentModal = vi.fn();
    block.shopify.action.presentModal = presentModal;
    await show(block, { [MEMBER]: opened() });
    await reads(en.redeem.open);
    press(en.redeem.open);
    expect(presentModal).toHaveBeenCalledOnce();
  });

  it("says when nothing can be redeemed yet, instead of a dead button", async () => {
    const none = { ...annasState.program, rewards: annasState.program.rewards.slice(1) };
    await show(block, { [MEMBER]: opened({ ...annasState, program: none }) });
    await reads(en.redeem.nothingYet);
    expect(document.querySelector("s-button")).toBeNull();
  });

  it("says so of somebody who is not in the program", async () => {
    await show(block, { [MEMBER]: opened(strangersState) });
    await reads(en.notMember);
  });

  it("says when the app cannot be reached, and tries again on asking", async () => {
    await show(block, { [MEMBER]: ["unreachable", opened()] });
    await reads(en.failed.unavailable);
    press("Try again");
    await reads("320 Bohnen");
  });
});

describe("the entry in the customer's menu", () => {
  beforeEach(() => menuItem.setUp());
  afterEach(() => menuItem.tearDown());

  it("opens the redemption", async () => {
    const presentModal = vi.fn();
    menuItem.shopify.action.presentModal = presentModal;
    await menuItem.render();
    document.querySelector("s-button")?.dispatchEvent(new Event("click"));
    expect(presentModal).toHaveBeenCalledOnce();
  });
});

describe("redeeming at the till", () => {
  beforeEach(() => till.setUp());
  afterEach(() => till.tearDown());

  const claimed = { body: { ok: true, code: "KC-NEW", state: annasStateWith({ available: 20 }) } };

  async function redeem(): Promise<void> {
    await reads("Up to €3 off, of any value");
    press(en.redeem.choose);
    await reads("100 Bohnen for €1 off, valid 30 days.");
    press(en.redeem.confirm);
  }

  it("asks once, shows the code and what is left, and puts the code on the sale", async () => {
    const addCartCodeDiscount = vi.fn(() => Promise.resolve());
    till.shopify.cart.addCartCodeDiscount = addCartCodeDiscount;
    const app = await show(till, { [MEMBER]: opened(), [CLAIM]: claimed });
    await redeem();
    await reads("KC-NEW");
    expect(readable()).toContain("Left: 20 Bohnen");
    expect(readable()).toContain("€1 off");
    expect(app.askedOf(CLAIM)[0]?.body).toMatchObject({ customer: "7001", rewardId: "slide", points: 100 });
    press(en.redeem.addToCart);
    await reads(en.redeem.added);
    expect(addCartCodeDiscount).toHaveBeenCalledWith("KC-NEW");
  });

  it("redeems a reward with one price for that price", async () => {
    const app = await show(till, { [MEMBER]: opened(fiveOffState), [CLAIM]: claimed });
    await reads("420 Bohnen");
    press(en.redeem.choose);
    await reads("400 Bohnen for €5 off, valid 90 days.");
    press(en.redeem.confirm);
    await reads("KC-NEW");
    expect(readable()).toContain("€5 off");
    expect(app.askedOf(CLAIM)[0]?.body).toMatchObject({ rewardId: "five-off", points: null });
  });

  it("keeps the code in sight when the till refuses it", async () => {
    till.shopify.cart.addCartCodeDiscount = () => Promise.reject(new Error("No cart"));
    await show(till, { [MEMBER]: opened(), [CLAIM]: claimed });
    await redeem();
    await reads("KC-NEW");
    press(en.redeem.addToCart);
    await reads(en.redeem.refused);
    expect(readable()).toContain("KC-NEW");
  });

  it("says that a code is still being made, and that the points are set aside", async () => {
    await show(till, { [MEMBER]: opened(), [CLAIM]: { body: { ok: true, code: null, state: annasState } } });
    await redeem();
    await reads(en.redeem.making);
  });

  it("says to staff why a redemption is refused, and takes nothing", async () => {
    const refused = { status: 409, body: { ok: false, refusal: "points_insufficient", missing: 30 } };
    await show(till, { [MEMBER]: opened(), [CLAIM]: refused });
    await redeem();
    await reads(en.failed.points);
  });

  it("has a name for every control, at every step", async () => {
    await show(till, { [MEMBER]: opened(), [CLAIM]: claimed });
    await reads("€5 off");
    expect(unnamedControls()).toEqual([]);
    await redeem();
    expect(unnamedControls()).toEqual([]);
    await reads("KC-NEW");
    expect(unnamedControls()).toEqual([]);
  });

  it("goes back to the rewards without redeeming", async () => {
    const app = await show(till, { [MEMBER]: opened() });
    await reads("€5 off");
    press(en.redeem.choose);
    await reads(en.redeem.back);
    press(en.redeem.back);
    await reads("80 Bohnen to go");
    expect(app.askedOf(CLAIM)).toHaveLength(0);
  });
});
