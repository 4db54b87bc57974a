import { z } from "zod";
import type { BeforeOpening } from "#app/domain/members/opening-event.ts";
import { ENCODINGS, SEPARATORS } from "#app/domain/member-files/file-text.ts";
import { POINTS_MEAN, type FileReading, type OpenQuestions } from "#app/domain/member-files/file-reading.ts";
import { MEMBER_FIELDS } from "#app/domain/member-files/member-field.ts";
import type { MemberRow, RowProblem } from "#app/domain/member-files/member-row.ts";
import { DAY_ORDERS } from "#app/domain/member-files/parse-day-cell.ts";
import { POINT_SIGNS } from "#app/domain/member-files/parse-points-cell.ts";
import type { ShapeOf } from "../column-values.ts";

/** How a file is read, as it is kept and as a page sends it. */
export const storedReading = z.object({
  encoding: z.enum(ENCODINGS),
  separator: z.enum(SEPARATORS),
  pointsMean: z.enum(POINTS_MEAN),
  mapping: z.array(z.enum(MEMBER_FIELDS).nullable()),
  pointSigns: z.enum(POINT_SIGNS).nullable(),
  dayOrder: z.enum(DAY_ORDERS).nullable(),
  tiers: z.record(z.string(), z.string().nullable()),
} satisfies ShapeOf<FileReading>);

export const storedQuestions = z.object({
  pointSigns: z.string().nullable(),
  dayOrder: z.string().nullable(),
  tiers: z.array(z.string()),
} satisfies ShapeOf<OpenQuestions>);

const text = z.string().nullable();

export const storedRow = z.object({
  customerId: text,
  email: text,
  firstName: text,
  lastName: text,
  points: z.int().nullable(),
  lots: z.array(z.object({ points: z.int(), expiresOn: z.string().nullable().exactOptional() })),
  levelId: text,
  levelUntil: text,
  birthday: text,
} satisfies ShapeOf<MemberRow>);

/** Written by this app alone: that it is a list of problems is all that is asked. */
export const storedProblems = z.array(
  z.custom<RowProblem>((value) => typeof value === "object" && value !== null && "kind" in value),
);

const moment = z.int().nullable();

export const storedBefore = z.object({
  birthday: text,
  tier: z.object({
    levelId: text,
    since: moment,
    until: moment,
    graceUntil: moment,
    graceNoticesSent: z.int(),
    lockedUntil: moment,
    lockBarsLifts: z.boolean(),
  }),
} satisfies ShapeOf<BeforeOpening>);
