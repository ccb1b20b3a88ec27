import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Claim } from "../src/claims/claim.ts";

/** Where the JSON Schema of a claim is kept for those who read Muster's output without Muster. */
export const schemaFile = fileURLToPath(new URL("../schema/claim.schema.json", import.meta.url));

/** The JSON Schema of a claim as text, made from the types of `src/claims/`. */
export function schemaText(): string {
  return `${JSON.stringify({ $schema: "https://json-schema.org/draft/2020-12/schema", ...Claim }, null, 2)}\n`;
}

if (fileURLToPath(import.meta.url) === process.argv[1]) writeFileSync(schemaFile, schemaText());
