import type { BodyOf, EntryKind } from "../ledger/entry-kinds.ts";
import type { Entry } from "../ledger/entry.ts";
import { plural } from "./plural.ts";

const short = (hash: string): string => hash.slice(0, 16);

/** Numbers in order as ranges: `3-5, 9`. */
export function formatRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}

type Summaries = { [K in EntryKind]: (body: BodyOf<K>) => string };

const value = (of: unknown): string => JSON.stringify(of) ?? "nothing";
const ofDocument = ({ document }: { document: string }): string => short(document);
const ofClaim = ({ claim }: { claim: string }): string => claim;
const ofReading = ({ document, claims, reader }: BodyOf<"claims read">): string => `${plural(claims.length, "claim")} in ${short(document)} by ${reader}`;
const ofClaims = ({ claims }: { claims: string[] }): string => claims.join(", ");
const ofSituation = ({ name, force, place }: BodyOf<"situation defined">): string => `${name}: ${force} in ${place}`;

const SUMMARIES: Summaries = {
  "document added": ({ document }) => `${short(document.sha256)} ${document.title ?? document.id}`,
  "document stopped": ({ document, url }) => `${short(document)}${url === null ? "" : ` ${url}`}`,
  "document versioned": ({ document, replaces }) => `${short(document)} replaces ${short(replaces)}`,
  "document withdrawn": ofDocument,
  "document erased": ({ document, entries }) => `${short(document)} with the bodies of ${plural(entries.length, "entry", "entries")}`,
  "claims read": ofReading,
  "reader re-run": ofReading,
  "claim accepted": ofClaim,
  "claim corrected": ({ claim, changes }) => `${claim} ${changes.map((change) => `${change.field}: ${value(change.old)} to ${value(change.new)}`).join("; ")}`,
  "claim rejected": ofClaim,
  "claim restored": ofClaim,
  "source graded": ({ source, reliability }) => `${source}: ${String(reliability)}`,
  "source aliased": ({ source, alias }) => `${source} is ${alias}`,
  "source leaning set": ({ source, leaning }) => `${source}: ${leaning}`,
  "statements joined": ofClaims,
  "statements split": ofClaims,
  "situation defined": ofSituation,
  "situation changed": ofSituation,
  "feed added": ({ url }) => url,
  "feed paused": ({ url }) => url,
  "feed removed": ({ url }) => url,
  "announcement made": ({ situation, kind, sides, id }) => `${situation}: ${String(kind)} from ${plural(new Set(sides.flat()).size, "claim")}, ${id}`,
  "announcement delivered": ({ announcement, to }) => `${announcement} to ${to === "output" ? "the terminal" : `receiver ${short(to)}`}`,
  note: ({ text, about }) => (about === null ? text : `${about}: ${text}`),
  undone: ({ entries }) => formatRanges(entries),
};

/** What an entry says, in a line. */
export function summaryOf(entry: Entry): string {
  if (entry.body === null) return "(erased)";
  return (SUMMARIES[entry.kind] as (body: unknown) => string)(entry.body);
}
