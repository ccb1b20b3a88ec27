import { existsSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { DESK_FOLDER, deskFiles } from "../api/desk-files.ts";
import { createServer, type Api } from "../api/server.ts";
import { Thread } from "../api/thread.ts";
import { PACKAGE_ROOT } from "../package-root.ts";
import { openBrowser } from "./browser.ts";
import { complainInternally, UsageError } from "./exit.ts";
import { write } from "./output.ts";
import type { ServeOptions } from "./serve.ts";
import { safe } from "./safe-text.ts";
import { versionOf } from "./version.ts";
import { openFetcher } from "./with-fetcher.ts";
import { actorOf, ownSigner, placeOfLedger, writingLedger } from "./with-ledger.ts";

const THREAD = new URL("dist/cli/serve-thread.js", PACKAGE_ROOT);
const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);
const SHORTEST_TOKEN = 16;
const USUAL_PORT = 4180;
/** Ports tried after the usual one. */
const MOST_PORTS = 20;

/** Serves the desk until it is told to stop. @throws UsageError, LedgerError */
export async function runServe(options: ServeOptions): Promise<void> {
  const token = tokenOf(options);
  if (options.port !== undefined && !(options.port <= 65_535)) throw new UsageError("--port is no port; give a number from 0 to 65535");
  if (!LOOPBACK.has(options.host) && token === null) {
    throw new UsageError(`--host ${options.host} can be reached from other machines and needs an access token: set MUSTER_TOKEN to ${SHORTEST_TOKEN} characters or more, or give --token-file`);
  }
  const signer = ownSigner();
  const fetcher = openFetcher({});
  await writingLedger(options, async (store) => {
    const report = (error: unknown): void => complainInternally(error, "answering a request");
    const thread = new Thread(THREAD, { ledger: placeOfLedger(options) }, report);
    const server = await createServer({
      store, signer, token, fetcher, actor: actorOf(options), version: versionOf(), hosts: [...options.allowHost, options.host],
      report, thread,
    });
    if (existsSync(join(DESK_FOLDER, "index.html"))) await deskFiles(server);
    const address = await listen(server, options);
    const stopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    await write(`The desk on ${safe(store.name)} is open at\n\n    ${address}/\n\n${token === null ? "" : "Sign in with the access token. "}Ctrl-C stops it.\n`);
    if (options.open) openBrowser(address);
    await stopped;
    fetcher.close();
    await Promise.all([server.close(), thread.close()]);
    await write("stopped\n");
  }, true);
}

function tokenOf({ tokenFile }: ServeOptions): string | null {
  const token = tokenFile === undefined ? (process.env["MUSTER_TOKEN"] ?? "") : readToken(tokenFile);
  if (token === "" && tokenFile === undefined) return null;
  if (!/^[\w.~+/=-]{16,500}$/.test(token)) throw new UsageError(`the access token is ${token.length} characters long or holds odd ones; take ${SHORTEST_TOKEN} to 500 letters, digits and . ~ + / = - _`);
  return token;
}

function readToken(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    throw new UsageError(`--token-file: ${path}: cannot be read; check the path`, { cause: error });
  }
}

/** Listens at the port that was given and no other; where none was, at the first that is free, and says so where it is not the usual one. */
async function listen(server: Api, { host, port }: ServeOptions): Promise<string> {
  for (let tried = port ?? USUAL_PORT; ; tried++) {
    try {
      const address = await server.listen({ host, port: tried });
      if (port === undefined && tried !== USUAL_PORT) process.stderr.write(`muster: port ${USUAL_PORT} is taken; using ${tried}\n`);
      return address;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : null;
      if (code === "EADDRINUSE" && port !== undefined) throw new UsageError(`port ${port} is taken; give another, or leave --port out for the next free one`, { cause: error });
      if (code === "EADDRINUSE" && tried < USUAL_PORT + MOST_PORTS) continue;
      if (code === "EADDRINUSE") throw new UsageError(`ports ${USUAL_PORT} to ${tried} are taken; give another by --port`, { cause: error });
      if (code === "EACCES" || code === "EADDRNOTAVAIL" || code === "ENOTFOUND") throw new UsageError(`cannot listen at ${host}:${tried} (${code}); give another --host or --port`, { cause: error });
      throw error;
    }
  }
}
