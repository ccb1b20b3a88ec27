import { loadWithin } from "../app.ts";
import { BriefError } from "../brief/errors.ts";
import type { SourceGrade } from "../brief/grades.ts";
import { caseOf, makeBrief, type BriefInput } from "../brief/make-brief.ts";
import { newsOf, type News } from "../brief/news.ts";
import { RELIABILITIES, type Brief, type BriefClaim, type Statement } from "../claims/index.ts";
import type { SituationRow } from "../ledger/rows.ts";
import type { StoreReader } from "../ledger/store.ts";
import { sourcesAsOf } from "../ledger/views.ts";
import { toSituation } from "./situations.ts";
import { keptClaims, keptDecisions, leaningsOf } from "./kept-statements.ts";

/** What a brief may be asked for besides its situation; days as `YYYY-MM-DD`. */
export interface BriefWishes {
  asOf?: string | undefined;
  since?: string | undefined;
  /** The day at whose end `until` was the last entry; only named in the brief. */
  asKnown?: string | undefined;
}

export const gradesOf = async (store: StoreReader, until: number | null): Promise<SourceGrade[]> =>
  (await sourcesAsOf(store, until)).map(({ name, alias, reliability }) => ({ name, alias, reliability: RELIABILITIES.find((one) => one === reliability) ?? null }));

/**
 * The brief of a situation from what a ledger holds.
 *
 * @param until  as it was after this entry; null for now
 * @throws BriefError
 */
export async function briefOf(store: StoreReader, row: SituationRow, until: number | null, wishes: BriefWishes): Promise<Brief> {
  return briefFrom(store, row, { claims: await keptClaims(store, until), statements: undefined }, until, wishes);
}

/** The same from claims that are at hand already, with the statements that they are. @throws BriefError */
export async function briefFrom(store: StoreReader, row: SituationRow, kept: Kept, until: number | null, wishes: BriefWishes): Promise<Brief> {
  return makeBrief(await inputOf(store, row, kept, until, wishes));
}

interface Kept {
  claims: readonly BriefClaim[];
  statements: readonly Statement[] | undefined;
}

/** All that there is to tell of a situation now, whether it was told before or not; nothing where nothing is kept on it. @throws BriefError */
export async function currentNews(store: StoreReader, row: SituationRow): Promise<News[]> {
  try {
    return newsOf(caseOf(await inputOf(store, row, { claims: await keptClaims(store, null), statements: undefined }, null, {})));
  } catch (error) {
    if (error instanceof BriefError && (error.code === "NOTHING_TOLD" || error.code === "NOTHING_DATED")) return [];
    throw error;
  }
}

async function inputOf(store: StoreReader, row: SituationRow, { claims, statements }: Kept, until: number | null, { asOf, since, asKnown }: BriefWishes): Promise<BriefInput> {
  const [within, ledger] = [await loadWithin(), await headOf(store)];
  return {
    name: row.name, situation: toSituation(row, claims.map(({ claim }) => claim)), within, claims, statements, decisions: await keptDecisions(store, until), leanings: await leaningsOf(store, until),
    grades: await gradesOf(store, until), asOf: asOf ?? null, since: since ?? null, asKnown: asKnown ?? null,
    ledger, until: until ?? ledger.size,
  };
}

/** Where a ledger stands, as briefs say it. */
export async function headOf(store: StoreReader): Promise<BriefInput["ledger"]> {
  const { origin, size, root } = await store.head();
  return { origin, size, root: Buffer.from(root).toString("hex") };
}

/** The formats of a brief that look the same for everybody. */
const PAGES = {
  md: async (brief: Brief) => (await import("../brief/formats/markdown.ts")).toMarkdown(brief),
  html: async (brief: Brief) => (await import("../brief/formats/html.ts")).toHtml(brief),
} as const;
export type BriefPage = keyof typeof PAGES;

/** A brief as a page to publish. @throws BriefError LINT for a page that breaks a rule: it is not given out */
export async function briefPage(brief: Brief, format: BriefPage): Promise<string> {
  const [output, { lintRendered }] = await Promise.all([PAGES[format](brief), import("../brief/lint/rendered.ts")]);
  const faults = lintRendered(brief, output, format);
  if (faults.length > 0) throw new BriefError("LINT", faults.map(({ rule, message }) => `${message} (${rule})`).join("; "), { faults });
  return output;
}
