/** The parts of JSON Schema (2020-12) that the API's schemas use. */
export interface Schema {
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  allOf?: Schema[];
  items?: Schema | Schema[];
  prefixItems?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  patternProperties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
}

/** The types that have a name, each written once. */
export class TypeNames {
  private readonly texts = new Map<string, string>();

  /** The name of a schema with a title. @throws RangeError where two that differ have the same title */
  nameOf(schema: Schema & { title: string }): string {
    const name = schema.title.replaceAll(/[^A-Za-z0-9]/g, "");
    const comment = schema.description === undefined ? "" : `/** ${schema.description} */\n`;
    const text = `${comment}export type ${name} = ${bareTypeOf(schema, this, 0)};\n`;
    const known = this.texts.get(name);
    if (known !== undefined && known !== text) throw new RangeError(`two schemas that differ are called ${name}; give one another title`);
    this.texts.set(name, text);
    return name;
  }

  declarations(): string {
    return [...this.texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => `${text}\n`).join("");
  }
}

/** A schema as a TypeScript type; one with a title by its name. @param depth  how deep the type is nested, for the indent */
export const typeOf = (schema: Schema, names: TypeNames, depth: number): string =>
  schema.title === undefined ? bareTypeOf(schema, names, depth) : names.nameOf({ ...schema, title: schema.title });

function bareTypeOf(schema: Schema, names: TypeNames, depth: number): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map((one) => typeOf(one, names, depth)))].join(" | ");
  if (schema.allOf !== undefined) return schema.allOf.map((one) => typeOf(one, names, depth)).join(" & ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => bareTypeOf({ ...schema, type }, names, depth)).join(" | ");
  switch (schema.type) {
    case "string": return "string";
    case "integer":
    case "number": return "number";
    case "boolean": return "boolean";
    case "null": return "null";
    case "array": return arrayOf(schema, names, depth);
    case "object": return objectOf(schema, names, depth);
    default: return "unknown";
  }
}

// Whether a type has a | or & of its own, and not only inside of its braces or quotation marks.
const isUnion = (type: string): boolean => {
  let bare = type.replaceAll(/"[^"]*"/g, "");
  for (let before = ""; bare !== before; ) {
    before = bare;
    bare = bare.replaceAll(/[{(<][^{}()<>]*[})>]/g, "");
  }
  return /[|&]/.test(bare);
};

function arrayOf({ items, prefixItems }: Schema, names: TypeNames, depth: number): string {
  const tuple = prefixItems ?? (Array.isArray(items) ? items : undefined);
  if (tuple !== undefined) return `[${tuple.map((one) => typeOf(one, names, depth)).join(", ")}]`;
  const item = items === undefined || Array.isArray(items) ? "unknown" : typeOf(items, names, depth);
  return isUnion(item) ? `(${item})[]` : `${item}[]`;
}

// The one type that all are of, as a list of one; nothing where they differ.
const sameOf = (types: readonly string[]): readonly string[] => (new Set(types).size === 1 ? types.slice(0, 1) : []);

function objectOf({ properties = {}, required = [], patternProperties, additionalProperties }: Schema, names: TypeNames, depth: number): string {
  const indent = "  ".repeat(depth + 1);
  const lines = Object.entries(properties).map(([name, property]) => `${indent}${/^\w+$/.test(name) ? name : JSON.stringify(name)}${required.includes(name) ? "" : "?"}: ${typeOf(property, names, depth + 1)};`);
  const [same] = required.length === 0 && lines.length > 5 ? sameOf(Object.values(properties).map((property) => typeOf(property, names, depth + 1))) : [];
  if (same !== undefined) return `Partial<Record<${Object.keys(properties).map((name) => JSON.stringify(name)).join(" | ")}, ${same}>>`;
  if (lines.length > 0) return `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
  const [other] = Object.values(patternProperties ?? {});
  const value = other ?? (typeof additionalProperties === "object" ? additionalProperties : undefined);
  return value === undefined ? "Record<string, never>" : `Record<string, ${typeOf(value, names, depth)}>`;
}
