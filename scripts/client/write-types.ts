import { TypeNames, typeOf, type Schema } from "./type-of.ts";

/** The parts of an OpenAPI 3.1 document that a client needs. */
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
}

interface Operation {
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses?: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

const HEAD = `// Made from the API's OpenAPI document by \`npm run client\`; do not edit.

`;

const METHODS = ["get", "put", "post", "patch", "delete"];

/** The client's types as a TypeScript source: a type for every schema with a title, and one entry for each operation. */
export function clientText({ paths }: OpenApi): string {
  const names = new TypeNames();
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => (methods[method] === undefined ? [] : [operationText(`${method.toUpperCase()} ${path}`, methods[method], names)])));
  return `${HEAD}${names.declarations()}/** Every operation: what it takes and what it answers. */\nexport interface Operations {\n${operations.join("\n")}\n}\n`;
}

function operationText(name: string, { summary, parameters = [], requestBody, responses = {} }: Operation, names: TypeNames): string {
  const [good] = Object.entries(responses).filter(([status]) => status.startsWith("2")).map(([, { content }]) => content);
  const parts = [
    ["path", objectOf(parameters.filter((one) => one.in === "path"), names)],
    ["query", objectOf(parameters.filter((one) => one.in === "query"), names)],
    ["body", requestBody === undefined ? "undefined" : contentType(requestBody.content, names)],
    ["result", good === undefined ? "unknown" : contentType(good, names)],
  ];
  const comment = summary === undefined ? "" : `  /** ${summary.replaceAll("*/", "* /")} */\n`;
  return `${comment}  ${JSON.stringify(name)}: {\n${parts.map(([key, type]) => `    ${key}: ${type};`).join("\n")}\n  };`;
}

function objectOf(parameters: NonNullable<Operation["parameters"]>, names: TypeNames): string {
  const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]));
  return typeOf({ type: "object", properties, required: parameters.filter(({ required }) => required === true).map(({ name }) => name) }, names, 2);
}

function contentType(content: Record<string, { schema: Schema }>, names: TypeNames): string {
  const [first] = Object.values(content);
  return first === undefined ? "unknown" : typeOf(first.schema, names, 2);
}
