import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Brief } from "../src/claims/brief.ts";
import { Claim } from "../src/claims/claim.ts";

/** The JSON Schemas that are kept for those who read Muster's output without Muster, by the names of their files. */
export const SCHEMAS = { "schema/claim.schema.json": Claim, "schema/brief.schema.json": Brief } as const;

/** A JSON Schema as text, made from the types of `src/claims/`. */
export const schemaText = (schema: object): string => `${JSON.stringify({ $schema: "https://json-schema.org/draft/2020-12/schema", ...schema }, null, 2)}\n`;

if (fileURLToPath(import.meta.url) === process.argv[1]) {
  for (const [file, schema] of Object.entries(SCHEMAS)) writeFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), schemaText(schema));
}
