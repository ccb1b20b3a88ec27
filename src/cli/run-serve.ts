import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { DESK_FOLDER, deskFiles } from "../api/desk-files.ts";
import { createServer, type Api } from "../api/server.ts";
import { complainInternally, UsageError } from "./exit.ts";
import { write } from "./output.ts";
import type { ServeOptions } from "./serve.ts";
import { versionOf } from "./version.ts";
import { actorOf, ownSigner, writingLedger } from "./with-ledger.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);
const SHORTEST_TOKEN = 16;
/** Ports tried after the one that is asked for. */
const MOST_PORTS = 20;

/** Serves the desk until it is told to stop. @throws UsageError, LedgerError */
export async function runServe(options: ServeOptions): Promise<void> {
  const token = tokenOf(options);
  if (!Number.isInteger(options.port) || options.port > 65_535) throw new UsageError("--port is no port; give a number from 0 to 65535");
  if (!LOOPBACK.has(options.host) && token === null) {
    throw new UsageError(`--host ${options.host} can be reached from other machines and needs an access token: set MUSTER_TOKEN to ${SHORTEST_TOKEN} characters or more, or give --token-file`);
  }
  const signer = ownSigner();
  await writingLedger(options, async (store) => {
    const server = await createServer({
      store, signer, token, actor: actorOf(options), version: versionOf(), hosts: [...options.allowHost, options.host],
      report: (error) => complainInternally(error, "answering a request"),
    });
    if (existsSync(join(DESK_FOLDER, "index.html"))) await deskFiles(server);
    const address = await listen(server, options);
    await write(`the desk on ${store.name}: ${address}/${token === null ? "" : "\nsign in with the access token"}\nCtrl-C stops it\n`);
    if (options.open && process.stdout.isTTY) openBrowser(address);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    await server.close();
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

/** Listens at the port that is asked for or, where it is taken, at the next that is free; says so where it is another. */
async function listen(server: Api, { host, port }: ServeOptions): Promise<string> {
  for (let tried = port; ; tried++) {
    try {
      const address = await server.listen({ host, port: tried });
      if (tried !== port) process.stderr.write(`muster: port ${port} is taken; using ${tried}\n`);
      return address;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : null;
      if (code === "EADDRINUSE" && tried < Math.min(port + MOST_PORTS, 65_535)) continue;
      if (code === "EADDRINUSE") throw new UsageError(`ports ${port} to ${tried} are taken; give another by --port`, { cause: error });
      if (code === "EACCES" || code === "EADDRNOTAVAIL" || code === "ENOTFOUND") throw new UsageError(`cannot listen at ${host}:${tried} (${code}); give another --host or --port`, { cause: error });
      throw error;
    }
  }
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] };

/** Where there is no browser to open, the printed address is enough. */
function openBrowser(address: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  child.once("error", () => process.stderr.write("muster: no browser to open; open the address yourself\n"));
  child.unref();
}
