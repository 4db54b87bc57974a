import type { Step } from "./histories.ts";
import type { Story, ToldOrder } from "./story.ts";

/** Plays steps into a story; what makes no sense yet (a refund of no order) is passed over. */
export class Player {
  private readonly orders = new Map<number, { order: ToldOrder; owner: string }>();
  /** Orders of the guest are told of the member. */
  isMerged = false;
  private readonly codes: string[] = [];
  private day = 0;

  constructor(readonly story: Story) {
    story.join();
  }

  play(step: Step): void {
    switch (step.type) {
      case "order":
        this.placeOrder(step);
        return;
      case "refund":
        this.changeOrder(step.number, (order) => ({
          ...order,
          refunds: [
            ...(order.refunds ?? []),
            { ...step.refund, id: `r${String(order.refunds?.length ?? 0)}` },
          ],
        }));
        return;
      case "cancel":
        this.changeOrder(step.number, (order) => ({ ...order, cancelledAt: this.today() }));
        return;
      case "uncancel":
        this.changeOrder(step.number, (order) => ({ ...order, cancelledAt: null }));
        return;
      case "fulfil":
        this.changeOrder(step.number, (order) => ({ ...order, fulfilledAt: this.today() }));
        return;
      case "wait":
        this.day += step.days;
        this.story.on(this.today());
        return;
      default:
        this.playMember(step);
    }
  }

  private playMember(
    step: Exclude<Step, { type: "order" | "refund" | "cancel" | "uncancel" | "fulfil" | "wait" }>,
  ): void {
    switch (step.type) {
      case "redeem": {
        const code = `CODE${String(this.codes.length)}`;
        if (this.story.redeem(step.reward, code).ok) this.codes.push(code);
        return;
      }
      case "cancel_code":
        this.decideCode(step.number, (code) => ({ type: "code_cancelled", code, by: "member", reason: "" }));
        return;
      case "fulfil_code":
        this.decideCode(step.number, (code) => ({ type: "experience_fulfilled", code, note: null }));
        return;
      case "decline_code":
        this.decideCode(step.number, (code) => ({ type: "experience_declined", code, reason: "" }));
        return;
      case "adjust":
        this.story.adjust(step.points);
        return;
      case "activity":
        this.story.does(step.activity);
        return;
      case "tier":
        this.story.tier(step.level);
        return;
      case "publish":
        this.story.publish(step.program);
        return;
      case "leave":
        this.story.tell({ type: "member_left" });
        this.story.join();
        return;
      case "merge":
        this.mergeGuest();
    }
  }

  private mergeGuest(): void {
    this.story.known("guest", "shadow");
    this.story.tell({ type: "members_merged", fromMemberId: "guest" });
    this.isMerged = true;
  }

  private placeOrder(step: Step & { type: "order" }): void {
    if (this.orders.has(step.number)) return;
    const order: ToldOrder = {
      lines: step.lines,
      paidAt: this.today(),
      shipping: "4.90",
      codes: step.codes ? this.codes : [],
    };
    const owner = step.asGuest && !this.isMerged ? "guest" : "m1";
    this.story.known(owner, owner === "guest" ? "shadow" : "active");
    this.orders.set(step.number, { order, owner });
    this.story.order(String(step.number), order, owner);
  }

  private changeOrder(number: number, change: (order: ToldOrder) => ToldOrder): void {
    const known = this.orders.get(number);
    if (known === undefined) return;
    const changed = { ...known, order: change(known.order) };
    this.orders.set(number, changed);
    this.story.order(String(number), changed.order, this.isMerged ? "m1" : changed.owner);
  }

  private decideCode(number: number, event: (code: string) => Parameters<Story["tell"]>[0]): void {
    const code = this.codes[number];
    if (code !== undefined) this.story.tell(event(code));
  }

  private today(): string {
    return new Date(Date.UTC(2026, 0, 1 + this.day)).toISOString().slice(0, 10);
  }
}
