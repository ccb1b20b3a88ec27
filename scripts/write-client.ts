import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "../src/api/server.ts";
import { createSigner } from "../src/ledger/key-file.ts";
import { withStore } from "../src/ledger/open.ts";
import { clientText, type OpenApi } from "./client/write-types.ts";

/** What the desk knows of the API: a type for each answer and a table of the operations. */
export const clientFile = fileURLToPath(new URL("../desk/api/schema.ts", import.meta.url));

/** The OpenAPI document of the API as it stands in the sources. */
export async function openApi(): Promise<OpenApi> {
  const folder = mkdtempSync(join(tmpdir(), "muster-client-"));
  try {
    return await withStore(join(folder, "empty.db"), { create: true, readOnly: false, now: () => "2000-01-01T00:00:00.000Z" }, async (store) => {
      const server = await createServer({ store, signer: createSigner(join(folder, "key")), token: null, actor: "client", version: "0.0.0", report: (error) => process.stderr.write(`${String(error)}\n`) });
      await server.ready();
      const { body } = await server.inject({ url: "/api/openapi.json", headers: { host: "localhost" } });
      await server.close();
      return JSON.parse(body) as OpenApi;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (fileURLToPath(import.meta.url) === process.argv[1]) writeFileSync(clientFile, clientText(await openApi()));
