import type { Instant } from "../calendar.ts";
import type { Program } from "../program/program.ts";
import { findMember } from "../replay/tell-engine.ts";
import { parseLine } from "../replay/lines/parse-line.ts";
import { finishReplay, replayLine } from "../replay/run-replay.ts";
import { startReplay } from "../replay/replay.ts";
import type { TranslateLine, Replay } from "../replay/replay.ts";
import type { PointsView } from "./facts/subject.ts";
import type { Customer } from "./history/customer.ts";
import { CustomerHistory } from "./history/customer-history.ts";
import type { ReadFacts } from "./history/customer-history.ts";
import type { SegmentChoice } from "./insight/choice.ts";
import type { UsedCodes } from "./insight/reward-use.ts";
import type { Window } from "./insight/window.ts";
import { PointsLedger } from "./points/points-ledger.ts";
import type { RejectedLine } from "./report/report-json.ts";
import { reportAt } from "./report/report.ts";
import type { Books } from "./report/known-shop.ts";
import type { Report, ReportParts } from "./report/report.ts";
import type { Segments } from "./segments/segments.ts";

export interface CustomersOptions {
  /** Null: points are left out, zone and currency are those said here. */
  readonly program: Program | null;
  readonly zone: string;
  /** Null: that of the first order. */
  readonly currency: string | null;
  readonly stopAt: Instant | null;
  readonly translateLine: TranslateLine;
  /** What rules of the program that ask for segments are answered by. */
  readonly segments?: Segments;
}

export interface ReportWish {
  readonly settings: ReportParts["settings"];
  readonly segmentsFor: (digits: number) => Segments;
  readonly windowAt: (at: Instant, zone: string) => Window | null;
  /** Whose figures are wanted; everybody's unless said otherwise. */
  readonly segment?: SegmentChoice | null;
}

/** Reads a history line by line and tells who the customers are: the books by the engine that runs live, where there is a program. */
export class CustomersRun {
  readonly history: CustomerHistory;
  readonly rejected: RejectedLine[] = [];
  private readonly replay: Replay | null;
  private readonly ledger: PointsLedger;

  constructor({ program, zone, currency, stopAt, translateLine, segments }: CustomersOptions) {
    const ownZone = program === null ? zone : program.timezone;
    this.ledger = new PointsLedger(ownZone);
    this.history = new CustomerHistory({
      zone: ownZone,
      currency: program === null ? currency : program.currency,
      stopAt,
      isAskedAlong: false,
      readFacts: factsBy(translateLine, ownZone),
    });
    this.replay =
      program === null
        ? null
        : startReplay(program, {
            stopAt,
            translateLine,
            ...(segments === undefined ? {} : { segments }),
            onTransaction: (transaction) => {
              this.ledger.add(transaction);
            },
          });
  }

  /** Takes in a line; one of the wrong form throws `WrongForm`. What `replay` refuses is refused alike. */
  line(text: string, lineNumber: number): void {
    const { history, replay } = this;
    const refused = replay === null ? null : replayLine(replay, text, lineNumber);
    const line = parseLine(text, history.currency);
    if (refused !== null) history.noteRefused(line.at);
    const reason = refused ?? history.tell(line);
    if (reason !== null) this.rejected.push({ line: lineNumber, reason });
    else if (replay !== null) history.nameInBooks(line);
  }

  /** The report at the end; null for a history without any line. */
  finish({ settings, segmentsFor, windowAt, segment = null }: ReportWish): Report | null {
    const { history, replay } = this;
    const at = (replay === null ? null : finishReplay(replay)) ?? history.settings.stopAt ?? history.lastAt;
    if (at === null) return null;
    // A program that runs was there before the first line, unless lines say when it began.
    if (replay !== null) history.launchedAt ??= replay.firstAt;
    return reportAt({
      history,
      at,
      settings,
      segments: segmentsFor(history.digits),
      window: windowAt(at, history.settings.zone),
      segment,
      books: replay === null ? null : this.booksAt(replay, at),
    });
  }

  private booksAt(replay: Replay, at: Instant): Books {
    const views = new Map<Customer, PointsView | null>();
    const memberOf = ({ id }: Customer) => findMember(replay.books, replay.people, { id, email: null });
    const pointsOf = (customer: Customer): PointsView | null => {
      let view = views.get(customer);
      if (view === undefined) {
        const member = memberOf(customer);
        view = member === null ? null : this.ledger.viewOf(member, replay.books, at);
        views.set(customer, view);
      }
      return view;
    };
    const memberIdOf = (customer: Customer) => memberOf(customer)?.id ?? null;
    return {
      ledger: this.ledger,
      pointsOf,
      memberIdOf,
      pointMinor: pointWorth(replay),
      usedCodes: usedCodes(replay),
    };
  }
}

/** Over all codes that cost points and are worth a known amount: what they are worth ÷ what they cost. */
function pointWorth({ books }: Replay): number | null {
  let [points, valueMinor] = [0, 0];
  for (const member of books.members.values()) {
    for (const code of member.codes.values()) {
      if (code.points === 0 || code.valueMinor === null) continue;
      points += code.points;
      valueMinor += code.valueMinor;
    }
  }
  return points === 0 ? null : valueMinor / points;
}

function usedCodes({ books }: Replay): UsedCodes {
  const used = new Map<string, (number | null)[]>();
  for (const member of books.members.values()) {
    for (const { usedByOrderId, valueMinor } of member.codes.values()) {
      if (usedByOrderId === null) continue;
      used.set(usedByOrderId, [...(used.get(usedByOrderId) ?? []), valueMinor]);
    }
  }
  return used;
}

function factsBy(translateLine: TranslateLine, timezone: string): ReadFacts {
  return (line, known) => {
    const currency = known ?? /"currency"\s*:\s*"([A-Z]{3})"/.exec(line.body)?.[1];
    if (currency === undefined)
      return { ok: false, reason: "the currency is not known yet: say it with --currency" };
    const { type: platform, at, body } = line;
    const topic = line.type === "shopify" ? line.topic : "order";
    return translateLine({ platform, topic, body, at, currency, timezone });
  };
}
