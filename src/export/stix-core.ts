import { v5 } from "uuid";

/** A STIX object; what is null or empty is left out, as STIX wants it. */
export type StixObject = { readonly type: string; readonly id: string } & Readonly<Record<string, unknown>>;

/** What makes the ids of this mapping its own. Chosen once, by chance. */
export const NAMESPACE = "3dfb0c06-6328-492b-8679-6197d0b64e15";

/** The same parts give the same id in every export, so that who imports two of them gets one object (UUIDv5, RFC 9562). */
export const idOf = (type: string, ...parts: readonly (string | number | null)[]): string =>
  `${type}--${v5(JSON.stringify([type, ...parts]), NAMESPACE)}`;

// Identities, locations and the extension never change: what is in them is what makes their ids.
export const MAPPED_AT = "2026-11-22T00:00:00.000Z";

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

/** Without nulls, empty lists and empty objects, none of which STIX has. */
export function compact(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const inner = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? compact({ ...value }) : value;
  const entries = Object.entries(fields).map(([name, value]) => [name, inner(value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => !isNothing(value)));
}

type Fields = StixObject & { readonly created?: string; readonly modified?: string };

/** An object of its own type; `modified` is `created`, and that {@link MAPPED_AT}, where nothing else is said. */
export const toObject = ({ type, id, created = MAPPED_AT, modified = created, ...fields }: Fields): StixObject => ({
  type, spec_version: "2.1", id, created, modified, ...compact({ created_by_ref: MUSTER_ID, ...fields }),
});

const MUSTER_ID = idOf("identity", "muster");
export const MUSTER = toObject({ type: "identity", id: MUSTER_ID, name: "Muster", identity_class: "system" });

const EXTENSION_ID = idOf("extension-definition", "claim", "1");
export const EXTENSION = toObject({
  type: "extension-definition", id: EXTENSION_ID, name: "Muster claim", version: "1.0.0", extension_types: ["property-extension"],
  description: "On a note: one claim on the presence of an armed force, as a report carries it. On a report or grouping: the document.",
  schema: "The fields of schema/claim.schema.json in the npm package muster-roll, in snake case; docs/export.md there has the table.",
});

/** The extension with these fields. */
export const extended = (fields: Record<string, unknown>) => ({
  [EXTENSION_ID]: { extension_type: "property-extension", ...compact(fields) },
});
