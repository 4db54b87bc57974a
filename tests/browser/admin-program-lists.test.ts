import type { FrameLocator } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { AdminPage } from "#tests/support/admin-page.ts";
import { useAdmin } from "#tests/support/use-admin.ts";

let admin: AdminPage;
let app: FrameLocator;

useAdmin((page) => {
  admin = page;
  app = page.app;
});

/** The draft as the text view has it. */
async function document(): Promise<unknown> {
  await app.getByRole("tab", { name: "Advanced" }).click();
  const text = await app.getByLabel("Program document", { exact: true }).inputValue();
  return JSON.parse(text) as unknown;
}

describe("the entries of a list", () => {
  const LISTS = [
    ["/rewards", "Rewards"],
    ["/campaigns", "Campaigns"],
    ["/earning", "Earning"],
  ] as const;

  test.each(LISTS)("on %s are doubled, dragged, deleted and brought back", async (path, title) => {
    await admin.open(`/app/program${path}`);
    if (path === "/campaigns") await app.getByRole("button", { name: "Add a campaign" }).click();
    const menus = app.getByRole("button", { name: /^More: / });
    const handles = app.getByRole("button", { name: /^Move: / });
    await menus.first().click();
    await app.getByRole("button", { name: "Duplicate" }).click();
    await app.getByRole("button", { name: /^Close/ }).click();
    await expect.poll(() => handles.count()).toBeGreaterThan(1);
    const doubled = await document();
    await app.getByRole("tab", { name: title, exact: true }).click();
    const [first, second] = [await handles.nth(0).boundingBox(), await handles.nth(1).boundingBox()];
    const { mouse } = admin.page;
    await mouse.move((first?.x ?? 0) + 5, (first?.y ?? 0) + 5);
    await mouse.down();
    await mouse.move((second?.x ?? 0) + 5, (second?.y ?? 0) + 15, { steps: 8 });
    await mouse.up();
    const dragged = await document();
    expect(dragged).not.toEqual(doubled);
    await app.getByRole("tab", { name: title, exact: true }).click();
    const count = await menus.count();
    await menus.first().click();
    await app.getByRole("button", { name: "Delete" }).click();
    await expect.poll(() => menus.count()).toBe(count - 1);
    await admin.page.getByRole("button", { name: "Undo" }).last().click();
    await expect.poll(() => menus.count()).toBe(count);
    expect(await document()).toEqual(dragged);
    await admin.saveBar("Discard").click();
  });
});
