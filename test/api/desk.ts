import { join } from "node:path";
import { createServer, type Api, type ServerOptions } from "../../src/api/server.ts";
import { createSigner } from "../../src/ledger/key-file.ts";
import { withStore } from "../../src/ledger/open.ts";
import { clockFrom } from "../ledger/desk.ts";
import { temporaryFolder } from "../cli/run.ts";

/** Lends a server on a new ledger, not listening. Errors that are no fault of a request end the test. */
export async function withServer(work: (api: Api, given: Pick<ServerOptions, "store" | "signer">) => Promise<void>, options: Partial<ServerOptions> = {}): Promise<void> {
  const folder = await temporaryFolder();
  const errors: unknown[] = [];
  try {
    await withStore(join(folder.path, "test.db"), { create: true, readOnly: false, now: clockFrom("2023-11-01T00:00:00.000Z") }, async (store) => {
      const signer = createSigner(join(folder.path, "key.pem"));
      const api = await createServer({ store, signer, actor: "Ada", token: null, version: "0.0.0", report: (error) => errors.push(error), ...options });
      try {
        await work(api, { store, signer });
      } finally {
        await api.close();
      }
    });
  } finally {
    await folder.remove();
  }
  if (errors.length > 0) throw new AggregateError(errors, "the server met errors of its own");
}

interface Answer<T> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
}

/** Asks as a program on this machine would. */
export async function ask<T = Record<string, unknown>>(api: Api, method: "GET" | "POST" | "PUT" | "PATCH", path: string, payload?: object, headers: Record<string, string> = {}): Promise<Answer<T>> {
  const response = await api.inject({ method, url: path, headers: { host: "127.0.0.1:4180", ...headers }, ...(payload === undefined ? {} : { payload }) });
  const isJson = /json/.test(String(response.headers["content-type"])) && !/jsonl/.test(String(response.headers["content-type"]));
  return { status: response.statusCode, body: (isJson && response.body !== "" ? response.json() : response.body) as T, headers: response.headers };
}

export const REPORT = {
  text: "Fewer than 1,000 Russian soldiers remain in Belarus, a border guard spokesman said on Tuesday. Around 2,000 Russian soldiers were in Belarus on October 16, the monitoring project said.",
  published: "2023-11-01", title: "How many are left", outlet: "Morning Post",
};
