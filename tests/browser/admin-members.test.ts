import { readFileSync } from "node:fs";
import type { FrameLocator } from "playwright-core";
import { expect, test } from "vitest";
import type { AdminPage } from "#tests/support/admin-page.ts";
import { useAdmin } from "#tests/support/use-admin.ts";

const PHONE = { width: 390, height: 844 };

let admin: AdminPage;
let app: FrameLocator;
useAdmin((page) => {
  admin = page;
  app = page.app;
});

/** Nothing stands out over the page's edge. */
async function fits(): Promise<void> {
  const standingOut = await admin.frame().evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    );
    return scrollWidth > clientWidth ? wide.map(({ className }) => className) : [];
  });
  expect(standingOut).toEqual([]);
}

test("the list is filtered, sorted, kept as a view and taken along as a file", async () => {
  await admin.open("/app/members");
  await app.getByLabel("Sort by").selectOption({ label: "Most points" });
  await admin.frame().waitForURL(/sort=points-desc/);
  await app.getByRole("button", { name: "Filters" }).click();
  await app.getByLabel("Tier", { exact: true }).selectOption({ label: "Silver" });
  await app.getByLabel("Points from").fill("100");
  await admin.frame().waitForURL(/points_from=100/);
  await app.getByLabel("Last order", { exact: true }).selectOption({ label: "Between two days" });
  await app.getByLabel("Last order before").fill("2020-01-01");
  await app.getByText("No members found").waitFor();
  await admin.expectAccessible("members-none");
  await app.getByRole("button", { name: "Remove Last order: before 1 Jan 2020" }).click();
  await app.getByRole("link", { name: "Anna Lindqvist" }).waitFor();
  expect(await app.getByLabel("Last order", { exact: true }).inputValue()).toBe("");
  await app.getByRole("button", { name: "Remove Points: from 100" }).waitFor();
  await admin.expectAccessible("members-filtered");

  await app.getByRole("button", { name: "Save view" }).click();
  await app.getByRole("dialog").getByLabel("Name").fill("Silver and more");
  await app.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await admin.toast("View saved");
  const view = app.getByLabel("View", { exact: true });
  await expect.poll(() => view.locator("option:checked").innerText()).toBe("Silver and more");
  await view.selectOption({ label: "All members" });
  await app.getByRole("link", { name: "Mehmet Yılmaz" }).waitFor();
  await view.selectOption({ label: "Silver and more" });
  await admin.frame().waitForURL(/tier=silver/);
  await app.getByRole("button", { name: "Rename view" }).click();
  await app.getByRole("dialog").getByLabel("Name").fill("Silver");
  await admin.expectAccessible("members-rename-view");
  await app.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await admin.toast("View renamed");

  const coming = admin.page.waitForEvent("download");
  await app.getByRole("button", { name: "Download CSV" }).click();
  const lines = readFileSync(await (await coming).path(), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines[0]).toMatch(/^id,email,first name/);
  expect(lines.slice(1).every((line) => line.includes(",Silver,"))).toBe(true);
  expect(lines).toHaveLength(1 + (await app.getByRole("row").count()) - 1);

  await app.getByRole("button", { name: "Delete view" }).click();
  await app.getByRole("dialog").getByRole("button", { name: "Delete view" }).click();
  await admin.toast("View deleted");
  await expect.poll(() => view.locator("option:checked").innerText()).toBe("Not saved");

  await admin.page.setViewportSize(PHONE);
  await admin.openInGerman("/app/members?tier=silver&points_from=100&ordered=never");
  await app.getByRole("button", { name: "Filter (3)" }).click();
  await app.getByLabel("Punkte ab").waitFor();
  await fits();
  await admin.expectAccessible("members-filtered-de-phone");
});

test("a member is given points with what they change, a reward and a note, and is erased in the end", async () => {
  await admin.open("/app/members?search=ravi");
  await app.getByRole("link", { name: "Ravi Menon" }).click();
  await app.getByRole("heading", { name: "Ravi Menon", level: 1 }).waitFor();
  await app.getByLabel("Points", { exact: true }).fill("500");
  await app.getByText(/^After saving: [\d,]+ Bohnen to spend, tier Bronze\.$/).waitFor();
  await app.getByLabel(/^Counts towards the tier/).fill("5000");
  await app.getByText(/^After saving: [\d,]+ Bohnen to spend, and the tier becomes Gold until /).waitFor();
  await admin.expectAccessible("member-foreseen");
  await app.getByLabel("Reason").first().fill("Moved from the old card");
  await app.getByRole("button", { name: "Save points" }).click();
  await admin.toast("Points saved");
  await app.getByText(/^Ravi is Gold until /).waitFor();

  await app.getByRole("button", { name: "Claim reward" }).click();
  await admin.toast("Reward claimed");
  const made = await app.getByText(/^The code is /).innerText();
  const code = /^The code is (\S+)\. /.exec(made)?.[1] ?? "";
  await expect.poll(() => app.getByText(code).count()).toBeGreaterThan(1);

  await app.getByLabel("New note").fill("Prefers to be called.\nOnly after ten.");
  await app.getByRole("button", { name: "Add note" }).click();
  await admin.toast("Note added");
  await app.getByText(/^You, /).waitFor();
  await admin.expectAccessible("member-deeds");
  await app.getByRole("button", { name: "Delete note" }).click();
  await admin.toast("Note deleted");
  await app.getByText("No notes yet.").waitFor();

  await app.getByLabel("Find the other member").fill("mehmet");
  await app.getByRole("button", { name: "Compare with Mehmet Yılmaz" }).click();
  const dialog = app.getByRole("dialog");
  await dialog.getByText(/^Points, orders, codes and notes of the other move here/).waitFor();
  await admin.expectAccessible("member-merge");
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  await admin.toast("Members merged");
  await app.getByText(/^Can be undone until /).waitFor();

  await admin.page.setViewportSize(PHONE);
  const address = new URL(admin.frame().url()).pathname;
  await admin.openInGerman(address);
  const undo = "Zusammenführung rückgängig machen";
  await app.getByRole("button", { name: "Zusammenführung mit Mehmet Yılmaz rückgängig machen" }).click();
  await dialog.getByText("Beide haben wieder, was sie vorher hatten.", { exact: false }).waitFor();
  await admin.expectAccessible("member-undo-merge-de-phone");
  await dialog.getByRole("button", { name: undo }).click();
  await admin.toast("Die Zusammenführung ist rückgängig gemacht");
  await app.getByLabel("Punkte", { exact: true }).fill("-5");
  await app.getByText(/^Nach dem Speichern: /).waitFor();
  await fits();
  await admin.expectAccessible("member-de-phone");
  await app.getByRole("button", { name: "Mitglied löschen" }).click();
  await dialog.getByText("Das lässt sich nicht rückgängig machen", { exact: false }).waitFor();
  await admin.expectAccessible("member-erase-de-phone");
  await app.getByRole("dialog").getByRole("button", { name: "Mitglied löschen" }).click();
  await admin.toast("Mitglied gelöscht");
  await app.getByRole("heading", { name: "Gelöschtes Mitglied", level: 1 }).waitFor();
});

test("points for many: chosen, looked at, given, and taken back", async () => {
  await admin.open("/app/members?sort=points-desc&tier=silver");
  await app.getByRole("link", { name: "Anna Lindqvist" }).waitFor();
  const rows = (await app.getByRole("row").count()) - 1;
  await app
    .getByRole("checkbox", { name: /^Select all/ })
    .first()
    .check({ force: true });
  await admin.expectAccessible("members-chosen");
  await app.getByRole("button", { name: "Add or take points" }).click();
  const dialog = app.getByRole("dialog");
  await dialog.getByLabel("Points for each").fill("25");
  await dialog.getByRole("button", { name: "See what it would do" }).click();
  await dialog.getByText("Please fill this in.").waitFor();
  await dialog.getByLabel("Reason").fill("Summer");
  await admin.expectAccessible("members-bulk-asked");
  await dialog.getByRole("button", { name: "See what it would do" }).click();
  await admin.frame().waitForURL(/\/app\/members\/bulk\/\d+/);
  await app.getByText("This would happen").waitFor();
  await app.getByText(`+${String(25 * rows)}`).waitFor();
  await admin.expectAccessible("members-bulk-ready");
  await app.getByRole("button", { name: "Do it" }).click();
  await dialog.getByRole("button", { name: "Do it" }).click();
  await app.getByText(new RegExp(`^${String(rows)} members, .* altogether`)).waitFor();
  await admin.expectAccessible("members-bulk-done");

  await admin.page.setViewportSize(PHONE);
  const address = new URL(admin.frame().url()).pathname;
  await admin.openInGerman(address);
  await fits();
  await app.getByRole("button", { name: "Rückgängig machen" }).click();
  await admin.expectAccessible("members-bulk-undo-de-phone");
  await dialog.getByRole("button", { name: "Rückgängig machen" }).click();
  await app.getByText(`Für ${String(rows)} Mitglieder zurückgenommen.`).waitFor();
  await admin.expectAccessible("members-bulk-undone-de-phone");
});

/** Everybody on Silver is chosen, and a deed asked for that stands behind the first ones. */
async function askForMany(deed: string): Promise<number> {
  await admin.open("/app/members?tier=silver");
  await app.getByRole("link", { name: "Anna Lindqvist" }).waitFor();
  const rows = (await app.getByRole("row").count()) - 1;
  const all = app.getByRole("checkbox", { name: /^Select all/ }).first();
  await all.check({ force: true });
  await app.getByRole("button", { name: "More actions" }).click();
  await app.getByRole("button", { name: deed, exact: true }).click();
  return rows;
}

test("a tag for many: asked for, looked at, set, and taken away again", async () => {
  const rows = await askForMany("Add tag");
  const dialog = app.getByRole("dialog");
  await dialog.getByLabel("Tag", { exact: true }).fill("regulars-vip");
  await dialog.getByLabel("Reason").fill("Invited to the tasting");
  await dialog.getByRole("button", { name: "See what it would do" }).click();
  await dialog.getByText("One tag without a comma", { exact: false }).waitFor();
  await admin.expectAccessible("members-bulk-tag-asked");
  await dialog.getByLabel("Tag", { exact: true }).fill("tasting");
  await dialog.getByRole("button", { name: "See what it would do" }).click();
  await app.getByRole("heading", { name: "Add the tag “tasting”" }).waitFor();
  await app.getByText("Your shop is told one customer after another", { exact: false }).waitFor();
  await admin.expectAccessible("members-bulk-tag-ready");
  await app.getByRole("button", { name: "Do it" }).click();
  await dialog.getByRole("button", { name: "Do it" }).click();
  await app.getByText(`${String(rows)} members changed.`).waitFor();

  await admin.page.setViewportSize(PHONE);
  await admin.openInGerman(new URL(admin.frame().url()).pathname);
  await app.getByRole("heading", { name: "Tag „tasting“", exact: false }).waitFor();
  await fits();
  await admin.expectAccessible("members-bulk-tag-done-de-phone");
  await app.getByRole("button", { name: "Rückgängig machen" }).click();
  await dialog.getByRole("button", { name: "Rückgängig machen" }).click();
  await app.getByText(`Für ${String(rows)} Mitglieder zurückgenommen.`).waitFor();
});

test("a reward for many: asked for, looked at with its cost, given, and withdrawn", async () => {
  const rows = await askForMany("Give a reward");
  const dialog = app.getByRole("dialog");
  const reward = dialog.getByLabel("Reward", { exact: true });
  const name = await reward.locator("option:checked").innerText();
  await dialog.getByLabel("Reason").fill("For the late parcels");
  await admin.expectAccessible("members-bulk-reward-asked");
  await dialog.getByRole("button", { name: "See what it would do" }).click();
  await app.getByRole("heading", { name: `Give “${name}”` }).waitFor();
  await app.getByText("members find their code", { exact: false }).waitFor();
  await admin.expectAccessible("members-bulk-reward-ready");
  await app.getByRole("button", { name: "Do it" }).click();
  await dialog.getByRole("button", { name: "Do it" }).click();
  await app.getByText(`${String(rows)} members have been given it.`).waitFor();

  await admin.page.setViewportSize(PHONE);
  await admin.openInGerman(new URL(admin.frame().url()).pathname);
  await app.getByText(`${String(rows)} Mitglieder haben sie bekommen.`).waitFor();
  await fits();
  await admin.expectAccessible("members-bulk-reward-done-de-phone");
  await app.getByRole("button", { name: "Rückgängig machen" }).click();
  await dialog.getByRole("button", { name: "Rückgängig machen" }).click();
  await app.getByText(`Für ${String(rows)} Mitglieder zurückgenommen.`, { exact: false }).waitFor();
});

test("a file of members is asked about, looked at, imported, mended and taken back; and members go out", async () => {
  const text = [
    "email;points;tier",
    "nora.neu@example.org;1.500;silver",
    "anna.lindqvist@example.com;2.000;",
    "nobody;10;",
    "",
  ].join("\n");
  await admin.open("/app/data");
  await app
    .locator("input[type=file]")
    .setInputFiles({ name: "old-program.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await app.getByText("This is what the import would do").waitFor();
  await app.getByText("The file leaves this open").waitFor();
  expect(await app.getByRole("button", { name: "Import", exact: true }).isDisabled()).toBe(true);
  await admin.expectAccessible("data-asked");
  await app.getByLabel("Is 1.500 a whole number", { exact: false }).selectOption({ label: "Thousands sign" });
  await app.getByRole("button", { name: "Check again" }).click();
  await app.getByText("3,500", { exact: true }).waitFor();
  await app.getByText(/^Line 4: “nobody” is no email address/).waitFor();
  await admin.expectAccessible("data-ready");

  const faulty = await fileOf("Download lines to fix");
  expect(faulty).toMatch(/^email,points,tier,what to fix\r?\nnobody,10,,/);
  await app.getByRole("button", { name: "Import", exact: true }).click();
  const dialog = app.getByRole("dialog");
  await dialog.getByText("Import 2 members with 3,500 Bohnen?").waitFor();
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await app.getByText("2 members, 3,500 Bohnen.").waitFor();
  await admin.expectAccessible("data-done");
  expect(await fileOf("Download members")).toContain("nora.neu@example.org,");
  expect(await fileOf("Download ledger (NDJSON)")).toContain('"kind":"opening"');

  await admin.page.setViewportSize(PHONE);
  await admin.openInGerman("/app/data");
  await fits();
  await app.getByRole("button", { name: "Import zurücknehmen" }).click();
  await admin.expectAccessible("data-undo-de-phone");
  await dialog.getByRole("button", { name: "Import zurücknehmen" }).click();
  await app.getByText("Import zurückgenommen").waitFor();
  await admin.expectAccessible("data-undone-de-phone");
});

/** What a button downloads. */
async function fileOf(button: string): Promise<string> {
  const coming = admin.page.waitForEvent("download");
  await app.getByRole("button", { name: button }).click();
  return readFileSync(await (await coming).path(), "utf8");
}
