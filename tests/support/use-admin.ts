import type { BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { AdminPage, type AdminHouse } from "./admin-page.ts";
import { openAdminHouse } from "./open-admin-house.ts";

/**
 * One house and one device for a file of tests, and a page of its own for each of them, which `take` is given. A page
 * that complains in the browser's console fails its test, but for what the test expects.
 */
export function useAdmin(
  take: (admin: AdminPage, house: AdminHouse) => void,
  expected: () => RegExp | null = () => null,
): void {
  let house: AdminHouse;
  let device: BrowserContext;
  let admin: AdminPage;
  beforeAll(async () => {
    house = await openAdminHouse();
    device = await AdminPage.device(house);
  });
  afterAll(() => house.stop());
  beforeEach(async () => {
    admin = await AdminPage.start(house, device);
    take(admin, house);
  });
  afterEach(async () => {
    const complaints = await admin.close();
    const allowed = expected();
    expect(complaints.filter((text) => allowed === null || !allowed.test(text))).toEqual([]);
  });
}
