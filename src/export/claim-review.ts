// The vocabulary as types: a property that a class of schema.org does not have, or of another type, does not compile.
import type { Article, Claim as SchemaClaim, ClaimReview, Organization, Person, Place } from "schema-dts";
import { isEdtf, reporterOf, webAddress, type Claim, type Source } from "../claims/index.ts";
import { listChunks, toJson } from "./json-text.ts";
import { positionOf, summaryOf } from "./record.ts";
import type { DocumentRef, ExportOptions, ExportRecord, Locate, Records, Review } from "./record.ts";

// What the verdict is about. Who accepts a claim in Muster has compared it with the report, and has not said that it is
// true: a rating without this would pass for a fact-check, and a number of stars would be one.
const ASPECT = "Whether the report carries this claim, from this source; not whether the claim is true";

const VERDICTS: Readonly<Partial<Record<Review, { alternateName: string; ratingExplanation: string }>>> = {
  accepted: {
    alternateName: "Correctly reported",
    ratingExplanation: "A person compared the record with the report and found that the report says this.",
  },
  corrected: {
    alternateName: "Correctly reported",
    ratingExplanation: "A person compared the record with the report and corrected the record.",
  },
};

// ISO 8601 as schema.org takes it: no seasons, no marks for "about".
const DATE = /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/;
const periodOf = (edtf: string | null): string | undefined =>
  edtf !== null && isEdtf(edtf) && edtf.split("/").every((end) => end === ".." || DATE.test(end)) ? edtf : undefined;
const dateOf = (edtf: string | null): string | undefined => (edtf?.includes("/") ? undefined : periodOf(edtf));

const organisation = (name: string) => ({ "@type": "Organization", name }) satisfies Organization;

function authorOf(source: Source | null, document: DocumentRef) {
  const outlet = reporterOf(document);
  if (source === null) return outlet === null ? undefined : organisation(outlet);
  const { person, role, organisation: body } = source;
  if (person === null && body !== null) return organisation(body);
  const name = person ?? role;
  if (name === null) return undefined;
  const affiliation = body === null ? undefined : organisation(body);
  return { "@type": "Person", name, jobTitle: role ?? undefined, affiliation } satisfies Person;
}

function placeOf(record: ExportRecord, locate: Locate) {
  const { place, country } = record.claim;
  if (place === null) return undefined;
  const position = positionOf(record, locate);
  return {
    "@type": "Place", name: place,
    address: country === null ? undefined : { "@type": "PostalAddress", addressCountry: country },
    geo: position === null ? undefined : { "@type": "GeoCoordinates", latitude: position.lat, longitude: position.lon },
  } satisfies Place;
}

const reportOf = ({ sha256, title, outlet, author, url, published, lang, kind, summarises, via }: DocumentRef) => ({
  "@type": "Article", identifier: `sha256:${sha256}`, headline: title ?? undefined, url: webAddress(url) ?? undefined,
  datePublished: dateOf(published), inLanguage: lang ?? undefined,
  publisher: outlet === null ? undefined : organisation(outlet),
  author: author === null ? undefined : { "@type": "Person", name: author },
  // A desk's own words on another's report.
  genre: kind, isBasedOn: webAddress(summarises ?? null) ?? undefined, sourceOrganization: via === undefined ? undefined : organisation(via),
}) satisfies Article;

const forceOf = ({ force }: Claim) => (force === null ? undefined : organisation(force));

/** A claim in the words of schema.org, without a verdict. */
const claimNode = (record: ExportRecord, locate: Locate) => ({
  "@type": "Claim",
  identifier: record.id,
  name: summaryOf(record.claim),
  text: record.claim.evidence.text,
  author: authorOf(record.claim.source, record.document),
  datePublished: dateOf(record.claim.said) ?? dateOf(record.document.published),
  temporalCoverage: periodOf(record.claim.asOf),
  about: forceOf(record.claim),
  spatialCoverage: placeOf(record, locate),
  appearance: reportOf(record.document),
}) satisfies SchemaClaim;

/** A claim that a person judged, or undefined. */
function reviewNode(record: ExportRecord, locate: Locate) {
  const verdict = VERDICTS[record.review];
  return verdict && ({
    "@type": "ClaimReview",
    claimReviewed: record.claim.evidence.text,
    reviewAspect: ASPECT,
    reviewRating: { "@type": "Rating", reviewAspect: ASPECT, ...verdict },
    itemReviewed: claimNode(record, locate),
  } satisfies ClaimReview);
}

// Harmless also where it is pasted into a page: nothing in it can end a <script>.
const forPages = (json: string): string => json.replaceAll("<", "\\u003c");

async function* nodes(records: Records, locate: Locate): AsyncGenerator<string> {
  for await (const record of records) {
    if (record.review !== "rejected") yield forPages(toJson(reviewNode(record, locate) ?? claimNode(record, locate)));
  }
}

/**
 * JSON-LD in the words of schema.org: a ClaimReview for what a person accepted or corrected, a plain Claim for what nobody
 * has looked at, and nothing for what was rejected, since no report carries it.
 */
export const claimReviewChunks = (records: Records, { locate }: ExportOptions): AsyncGenerator<string> =>
  listChunks('{"@context":"https://schema.org","@graph":[', nodes(records, locate), () => "]}");
