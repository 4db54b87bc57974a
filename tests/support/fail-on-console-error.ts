import { afterEach, beforeEach, expect, vi } from "vitest";

// An unexpected console.error is a fault nobody looked at; a test that expects one spies on it itself.
let spy: ReturnType<typeof vi.spyOn> | null = null;

beforeEach(() => {
  spy = vi.spyOn(console, "error");
});

afterEach(() => {
  const calls = spy?.mock.calls.map((call) => call.map(String).join(" ")) ?? [];
  spy?.mockRestore();
  expect(calls, "console.error was called").toEqual([]);
});
