import { loadWithin, readDocument } from "../../src/app.ts";
import type { BriefInput } from "../../src/brief/make-brief.ts";
import type { BriefClaim } from "../../src/claims/index.ts";
import { makeDocument, type Metadata } from "../../src/intake/document.ts";
import { withIds } from "../../src/ledger/claim-id.ts";

/** Reports in our own words, after the public record of 2022 and 2023 (examples/README.md says where each is to be found). */
export const REPORTS: readonly { published: string; via: string; text: string }[] = [
  { published: "2022-10-16", via: "Paper A", text: "The Belarusian defence ministry said on Sunday that up to 9,000 Russian soldiers would arrive in Belarus." },
  { published: "2023-01-25", via: "Paper B", text: "Vadym Skibitskyi of Ukraine's military intelligence said that 5,800 Russian troops were in Belarus." },
  { published: "2023-03-27", via: "Paper C", text: "Slightly more than 4,000 Russian soldiers remain in Belarus, Andriy Demchenko, the spokesman of Ukraine's State Border Guard Service, said on March 26." },
  { published: "2023-07-14", via: "Paper A", text: "Russia has withdrawn almost all of its troops from Belarus, Andriy Demchenko, the spokesman of Ukraine's State Border Guard Service, said on Friday." },
  { published: "2023-09-01", via: "Paper D", text: "The monitoring project Belarusian Hajun said on Friday that about 2,100 Russian soldiers were in Belarus." },
  { published: "2023-10-18", via: "Paper D", text: "Belarusian Hajun said that around 2,000 Russian soldiers were in Belarus on October 16." },
  { published: "2023-10-31", via: "Paper E", text: "Fewer than 1,000 Russian soldiers remain in Belarus, Andriy Demchenko, the spokesman of Ukraine's State Border Guard Service, said on Tuesday." },
  { published: "2023-11-01", via: "Paper F", text: "Fewer than 1,000 Russian soldiers remain in Belarus, Andriy Demchenko, the spokesman of Ukraine's State Border Guard Service, said on October 31." },
  { published: "2023-11-01", via: "Paper G", text: "Russia has pulled most of its troops out of Belarus, Andriy Demchenko, the spokesman of Ukraine's State Border Guard Service, said on Tuesday." },
  { published: "2023-11-01", via: "Paper B", text: "The Belarusian defence ministry denied on Wednesday that Russian troops had left Belarus." },
];

/** A report as the ledger would have it; a digest where it says via whom. */
export async function claimsOf(text: string, metadata: Metadata): Promise<BriefClaim[]> {
  const whole = makeDocument(text, text, { lang: "en", ...metadata });
  const { claims } = await readDocument(whole);
  const { text: _, ...document } = whole;
  return withIds(document.sha256, claims).map(({ id, claim }) => ({ id, claim, document, text }));
}

export async function reportedClaims(reports: readonly { published: string; via: string; text: string }[] = REPORTS, kind: "report" | "digest" = "report"): Promise<BriefClaim[]> {
  const all: BriefClaim[] = [];
  for (const [i, { published, via, text }] of reports.entries()) {
    const url = `https://example.org/${i + 1}`;
    all.push(...(await claimsOf(text, kind === "digest" ? { published, outlet: "Our Desk", kind, via, summarises: url } : { published, outlet: via, url })));
  }
  return all;
}

/** Everything that a brief on Russia in Belarus is made from. */
export async function inputOf(claims: readonly BriefClaim[], given: Partial<BriefInput> = {}): Promise<BriefInput> {
  return {
    name: "belarus", situation: { force: "Russia", place: "Belarus", country: "BY" }, within: await loadWithin(), claims, decisions: [], leanings: [], grades: [],
    asOf: null, since: null, asKnown: null, ledger: { origin: "muster/test", size: 18, root: "0".repeat(64) }, until: 18, ...given,
  };
}
