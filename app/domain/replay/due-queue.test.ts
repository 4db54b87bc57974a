import fc from "fast-check";
import { expect, test } from "vitest";
import { Story } from "#tests/support/story.ts";
import type { MemberBook } from "../books/member-book.ts";
import { ensureMember } from "../members/enrol.ts";
import { DueQueue } from "./due-queue.ts";

const names = ["a", "b", "c", "d", "e"];
const noted = fc.tuple(fc.constantFrom(...names), fc.option(fc.integer({ min: 0, max: 30 })));
const rounds = fc.array(fc.tuple(fc.array(noted), fc.integer({ min: 0, max: 30 })), { maxLength: 5 });

test("members come in the order in which something falls due for them, of one instant by id, and only when it is due", () => {
  fc.assert(
    fc.property(rounds, (told) => {
      const members = fiveMembers();
      const queue = new DueQueue(members);
      for (const [wishes, now] of told) {
        for (const [name, at] of wishes) {
          const member = members.get(name)!;
          member.nextDueAt = at;
          queue.note(name);
        }
        const expected = [...members.values()]
          .filter(({ nextDueAt }) => nextDueAt !== null && nextDueAt <= now)
          .sort((a, b) => a.nextDueAt! - b.nextDueAt! || (a.id < b.id ? -1 : 1));
        for (const member of expected) {
          expect(queue.take(now)).toBe(member);
          member.nextDueAt = null;
        }
        expect(queue.take(now)).toBeNull();
      }
    }),
  );
});

function fiveMembers(): Map<string, MemberBook> {
  const { books } = new Story({});
  const person = { email: null, tags: [], birthday: null, status: "active" } as const;
  return new Map(names.map((name) => [name, ensureMember(books, name, 0, person)]));
}
