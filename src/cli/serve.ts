import { Command } from "commander";
import { withWriterOptions, type LedgerOptions } from "./ledger-options.ts";

export interface ServeOptions extends LedgerOptions {
  /** Undefined for the usual one, or the next that is free. */
  port?: number;
  host: string;
  tokenFile?: string;
  allowHost: string[];
  open: boolean;
}

const EXAMPLES = `
Examples:
  $ muster serve                        the desk on ./muster.db, at http://127.0.0.1:4180
  $ muster serve --ledger news.db --port 8080
  $ MUSTER_TOKEN=... muster serve --host 0.0.0.0 --allow-host desk.example.org

Without an access token the desk answers this machine only. With one (MUSTER_TOKEN, or --token-file: 16 characters or more), it can
be reached from others; put a proxy with TLS before it. Where the usual port is taken, the next free one is used and printed; one
that you give is used or the desk does not start. BROWSER=none opens no browser, as --no-open.
`;

const portOf = (text: string): number => (/^\d{1,5}$/.test(text) ? Number(text) : Number.NaN);

/** `muster serve`: the desk in a browser, and the HTTP interface that it works with. */
export const serveCommand = (): Command =>
  withWriterOptions(new Command("serve"))
    .description("open the desk in a browser, and the HTTP interface behind it, until Ctrl-C")
    .option("-p, --port <number>", "where to listen, 0 for any that is free (default: 4180, or the next free one)", portOf)
    .option("--host <address>", "which address to listen at; any but this machine's own needs a token", "127.0.0.1")
    .option("--allow-host <name>", "a name by which the desk may be called besides; can be repeated", (name: string, names: string[]) => [...names, name], [] as string[])
    .option("--token-file <file>", "a file with the access token (also: MUSTER_TOKEN)")
    .option("--no-open", "do not open a browser")
    .addHelpText("after", EXAMPLES)
    .action(async (options: ServeOptions) => (await import("./run-serve.ts")).runServe(options));
