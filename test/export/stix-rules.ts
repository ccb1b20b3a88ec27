// What STIX 2.1 (OASIS Standard, 10 June 2021) demands of a bundle and of the objects that Muster writes: a table, and the
// rules that no table holds. https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html

type Json = Record<string, unknown>;

interface Type {
  section: string;
  required: string;
  optional: string;
  /** Properties with a list of values: each value is of it. */
  values?: Record<string, string>;
}

const COMMON: Type = {
  section: "3.2",
  required: "type spec_version id created modified",
  optional: "created_by_ref revoked labels confidence lang external_references object_marking_refs granular_markings extensions",
};

const TYPES: Readonly<Record<string, Type>> = {
  grouping: {
    section: "4.4", required: "context object_refs", optional: "name description",
    values: { context: "suspicious-activity malware-analysis unspecified" },
  },
  identity: {
    section: "4.5", required: "name", optional: "description roles identity_class sectors contact_information",
    values: { identity_class: "individual group system organization class unspecified" },
  },
  location: {
    section: "4.10", required: "",
    optional: "name description latitude longitude precision region country administrative_area city street_address postal_code",
  },
  note: { section: "4.13", required: "content object_refs", optional: "abstract authors" },
  opinion: {
    section: "4.15", required: "opinion object_refs", optional: "explanation authors",
    values: { opinion: "strongly-disagree disagree neutral agree strongly-agree" },
  },
  report: { section: "4.16", required: "name published object_refs", optional: "description report_types" },
  "extension-definition": {
    section: "7.3", required: "created_by_ref name schema version extension_types", optional: "description extension_properties",
  },
};

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const IDENTIFIER = new RegExp(`^[a-z][a-z0-9-]+[a-z0-9]--${UUID}$`);
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
const EXTENSION_TYPES = ["new-sdo", "new-sco", "new-sro", "property-extension", "toplevel-property-extension"];

/** What the keys of an object are called, by the property that holds it. */
const NAMES: Readonly<Record<string, RegExp>> = {
  extensions: /^extension-definition--/,
  hashes: /^[A-Za-z0-9_-]{3,250}$/,
  "": /^(?:id|[a-z0-9_]{3,250})$/,
};
const PROPERTY = /^[a-z0-9_]{3,250}$/;

const split = (words: string): string[] => words.split(" ").filter((word) => word !== "");
const objectIn = (value: unknown): Json => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {});
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** No null, no empty list or object, only text that is I-JSON, and names as they should be, at any depth. */
function* shapeErrors(value: unknown, path: string, names: RegExp | undefined = NAMES[""]): Generator<string> {
  if (value === null) yield `${path} is null`;
  if (typeof value === "string" && /\p{Cs}/u.test(value)) yield `${path} holds half a pair`;
  if (typeof value !== "object" || value === null) return;
  if (Object.keys(value).length === 0) yield `${path} is empty`;
  for (const [name, part] of Object.entries(value)) {
    if (!Array.isArray(value) && names?.test(name) !== true) yield `${path}.${name} is no name of a property`;
    yield* shapeErrors(part, `${path}.${name}`, NAMES[name] ?? PROPERTY);
  }
}

function* tableErrors(object: Json, type: Type): Generator<string> {
  const required = split(`${COMMON.required} ${type.required}`);
  const allowed = [...required, ...split(`${COMMON.optional} ${type.optional}`)];
  yield* required.filter((name) => !(name in object)).map((name) => `there is no ${name}`);
  yield* Object.keys(object).filter((name) => !allowed.includes(name)).map((name) => `there is ${name}, which ${type.section} does not know`);
  for (const [name, values] of Object.entries(type.values ?? {})) {
    if (name in object && !split(values).includes(String(object[name]))) yield `${name} is ${String(object[name])}`;
  }
}

function* commonErrors(object: Json): Generator<string> {
  if (!IDENTIFIER.test(String(object["id"])) || !String(object["id"]).startsWith(`${String(object["type"])}--`)) yield "the id is none of its type";
  if (object["spec_version"] !== "2.1") yield "it is not of STIX 2.1";
  if ("lang" in object && !LANGUAGE.test(String(object["lang"]))) yield "lang is no tag";
  for (const name of ["created", "modified", "published"].filter((some) => some in object)) {
    if (!TIMESTAMP.test(String(object[name])) || Number.isNaN(Date.parse(String(object[name])))) yield `${name} is no timestamp`;
  }
  if (Date.parse(String(object["modified"])) < Date.parse(String(object["created"]))) yield "it is modified before it is created";
}

function* referenceErrors(object: Json, known: ReadonlySet<unknown>): Generator<string> {
  const extensions = objectIn(object["extensions"]);
  const refs = [...listIn(object["object_refs"]), ...Object.keys(extensions), ...("created_by_ref" in object ? [object["created_by_ref"]] : [])];
  yield* refs.filter((ref) => !known.has(ref)).map((ref) => `it refers to ${String(ref)}, which the bundle lacks`);
  if (new Set(refs).size < refs.length) yield "it refers to one object twice";
  for (const extension of Object.values(extensions)) {
    if (!EXTENSION_TYPES.includes(String(objectIn(extension)["extension_type"]))) yield "it is extended by nothing";
  }
}

/** 2.5 and 2.7. */
function* externalErrors(reference: Json): Generator<string> {
  if (typeof reference["source_name"] !== "string") yield "a reference has no source_name";
  if (!["description", "url", "external_id"].some((name) => name in reference)) yield "a reference refers to nothing";
  if ("url" in reference && !URL.canParse(String(reference["url"]))) yield "a reference has no address";
  if (!("hashes" in reference)) return;
  if (!("url" in reference)) yield "a reference has a hash of nothing";
  if (!/^[0-9a-f]{64}$/.test(String(objectIn(reference["hashes"])["SHA-256"]))) yield "a reference has no SHA-256";
}

function* locationErrors(location: Json): Generator<string> {
  const has = (name: string) => name in location;
  if (!has("region") && !has("country") && !(has("latitude") && has("longitude"))) yield "it is nowhere";
  if (has("latitude") !== has("longitude")) yield "it has one coordinate";
  if (Math.abs(Number(location["latitude"] ?? 0)) > 90 || Math.abs(Number(location["longitude"] ?? 0)) > 180) yield "it is off the globe";
  if (has("country") && !/^[A-Z]{2}$/.test(String(location["country"]))) yield "country is no code";
}

function objectErrors(object: Json, known: ReadonlySet<unknown>): string[] {
  const type = TYPES[String(object["type"])];
  if (type === undefined) return [`${String(object["id"])}: Muster writes no ${String(object["type"])}`];
  const errors = [
    ...tableErrors(object, type), ...commonErrors(object), ...referenceErrors(object, known),
    ...listIn(object["external_references"]).flatMap((reference) => [...externalErrors(objectIn(reference))]),
    ...(object["type"] === "location" ? locationErrors(object) : []), ...shapeErrors(object, "it"),
  ];
  return errors.map((error) => `${String(object["id"])}: ${error}`);
}

/** Everything about a bundle that STIX 2.1 does not allow. */
export function stixErrors(bundle: unknown): string[] {
  const { type, id, objects, ...others } = objectIn(bundle);
  const errors = Object.keys(others).map((name) => `a bundle has no ${name}`);
  if (type !== "bundle" || !IDENTIFIER.test(String(id)) || !String(id).startsWith("bundle--")) errors.push("this is no bundle");
  const all = listIn(objects).map(objectIn);
  if (all.length === 0) errors.push("the list of objects is empty");
  const known = new Set(all.map((object) => object["id"]));
  if (known.size < all.length) errors.push("two objects have one id");
  return [...errors, ...all.flatMap((object) => objectErrors(object, known))];
}
