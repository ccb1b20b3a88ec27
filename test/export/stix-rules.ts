// What STIX 2.1 (OASIS Standard, 10 June 2021) demands of a bundle and of the objects that Muster writes, as a table and
// the few rules that no table holds. https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html

type Json = Record<string, unknown>;

const COMMON = "type spec_version id created_by_ref created modified revoked labels confidence lang external_references object_marking_refs granular_markings extensions";
const COMMON_REQUIRED = "type spec_version id created modified";

/** Section, required and optional properties, and closed vocabularies. */
const TYPES: Readonly<Record<string, { section: string; required: string; optional: string; values?: Record<string, string> }>> = {
  identity: { section: "4.5", required: "name", optional: "description roles identity_class sectors contact_information", values: { identity_class: "individual group system organization class unspecified" } },
  location: { section: "4.10", required: "", optional: "name description latitude longitude precision region country administrative_area city street_address postal_code" },
  note: { section: "4.13", required: "content object_refs", optional: "abstract authors" },
  opinion: { section: "4.15", required: "opinion object_refs", optional: "explanation authors", values: { opinion: "strongly-disagree disagree neutral agree strongly-agree" } },
  report: { section: "4.16", required: "name published object_refs", optional: "description report_types" },
  grouping: { section: "4.4", required: "context object_refs", optional: "name description", values: { context: "suspicious-activity malware-analysis unspecified" } },
  "extension-definition": { section: "7.3", required: "created_by_ref name schema version extension_types", optional: "description extension_properties" },
};

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const IDENTIFIER = new RegExp(`^[a-z][a-z0-9-]+[a-z0-9]--${UUID}$`);
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const EXTENSION_TYPES = ["new-sdo", "new-sco", "new-sro", "property-extension", "toplevel-property-extension"];
/** Producers use this one only for observables (2.9). */
const OBSERVABLE_NAMESPACE = "00abedb4-aa42-466c-9c01-fed23315a9b7";

const split = (words: string): string[] => words.split(" ").filter((word) => word !== "");
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isTimestamp = (value: unknown): boolean => typeof value === "string" && TIMESTAMP.test(value) && !Number.isNaN(Date.parse(value));

/** No null, no empty list or object, and names of 3 to 250 letters (but in a dictionary), at any depth. */
function* shapeErrors(value: unknown, path: string, names: RegExp): Generator<string> {
  if (value === null || value === undefined) yield `${path} is null`;
  if (typeof value === "string" && /\p{Cs}/u.test(value)) yield `${path} is not I-JSON`;
  if (typeof value === "number" && !Number.isFinite(value)) yield `${path} is no number`;
  if (typeof value !== "object" || value === null) return;
  if (Object.keys(value).length === 0) yield `${path} is empty`;
  for (const [name, part] of Object.entries(value)) {
    if (!Array.isArray(value) && !names.test(name)) yield `${path}.${name} is no name of a property`;
    yield* shapeErrors(part, `${path}.${name}`, name === "extensions" ? /^extension-definition--/ : name === "hashes" ? /^[A-Za-z0-9_-]{3,250}$/ : /^[a-z0-9_]{3,250}$/);
  }
}

function* referenceErrors(reference: Json, path: string): Generator<string> {
  if (typeof reference["source_name"] !== "string") yield `${path} has no source_name`;
  if (!["description", "url", "external_id"].some((name) => name in reference)) yield `${path} refers to nothing`;
  if ("url" in reference && !URL.canParse(String(reference["url"]))) yield `${path}.url is no address`;
  if ("hashes" in reference && !("url" in reference)) yield `${path}.hashes are of nothing`;
  if (isObject(reference["hashes"]) && !/^[0-9a-f]{64}$/.test(String(reference["hashes"]["SHA-256"]))) yield `${path}.hashes is no SHA-256`;
}

function* locationErrors(location: Json, path: string): Generator<string> {
  const has = (name: string) => name in location;
  if (!has("region") && !has("country") && !(has("latitude") && has("longitude"))) yield `${path} is nowhere`;
  if (has("latitude") !== has("longitude")) yield `${path} has one coordinate`;
  if (has("latitude") && !(Math.abs(Number(location["latitude"])) <= 90 && Math.abs(Number(location["longitude"])) <= 180)) yield `${path} is off the globe`;
  if (has("country") && !/^[A-Z]{2}$/.test(String(location["country"]))) yield `${path}.country is no code`;
}

function* objectErrors(object: Json, known: ReadonlySet<unknown>): Generator<string> {
  const path = String(object["id"]);
  const type = TYPES[String(object["type"])];
  if (type === undefined) return yield `${path} is of no type that is written`;
  if (!IDENTIFIER.test(path) || !path.startsWith(`${String(object["type"])}--`)) yield `${path} is no id of its type`;
  yield* split(`${COMMON_REQUIRED} ${type.required}`).filter((name) => !(name in object)).map((name) => `${path} lacks ${name}`);
  const allowed = split(`${COMMON} ${type.required} ${type.optional}`);
  yield* Object.keys(object).filter((name) => !allowed.includes(name)).map((name) => `${path} has ${name}, which ${type.section} does not know`);
  for (const [name, values] of Object.entries(type.values ?? {})) if (name in object && !split(values).includes(String(object[name]))) yield `${path}.${name} is ${String(object[name])}`;
  if (object["spec_version"] !== "2.1") yield `${path} is not of STIX 2.1`;
  yield* ["created", "modified", "published"].filter((name) => name in object && !isTimestamp(object[name])).map((name) => `${path}.${name} is no timestamp`);
  if (String(object["modified"]) < String(object["created"])) yield `${path} is modified before it is created`;
  if ("lang" in object && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(String(object["lang"]))) yield `${path}.lang is no tag`;
  const refs = [...((object["object_refs"] ?? []) as unknown[]), ...("created_by_ref" in object ? [object["created_by_ref"]] : []), ...Object.keys((object["extensions"] ?? {}) as Json)];
  yield* refs.filter((ref) => !known.has(ref)).map((ref) => `${path} refers to ${String(ref)}, which the bundle lacks`);
  if (new Set(refs).size < refs.length) yield `${path} refers to one object twice`;
  for (const extension of Object.values((object["extensions"] ?? {}) as Json)) if (!isObject(extension) || !EXTENSION_TYPES.includes(String(extension["extension_type"]))) yield `${path} is extended by nothing`;
  for (const reference of (object["external_references"] ?? []) as Json[]) yield* referenceErrors(reference, `${path}.external_references`);
  if (object["type"] === "location") yield* locationErrors(object, path);
  yield* shapeErrors(object, path, /^(?:id|[a-z0-9_]{3,250})$/);
}

/** Everything about a bundle that STIX 2.1 does not allow. */
export function stixErrors(bundle: unknown): string[] {
  if (!isObject(bundle) || bundle["type"] !== "bundle") return ["this is no bundle"];
  const errors = Object.keys(bundle).filter((name) => !["type", "id", "objects"].includes(name)).map((name) => `a bundle has no ${name}`);
  if (!new RegExp(`^bundle--${UUID}$`).test(String(bundle["id"])) || String(bundle["id"]).endsWith(OBSERVABLE_NAMESPACE)) errors.push("the bundle has no id");
  const objects = bundle["objects"] as Json[];
  if (!Array.isArray(objects) || objects.length === 0) return [...errors, "the list of objects is empty"];
  const ids = objects.map(({ id }) => id);
  const known = new Set(ids);
  if (known.size < ids.length) errors.push("two objects have one id");
  return [...errors, ...objects.flatMap((object) => [...objectErrors(object, known)])];
}
