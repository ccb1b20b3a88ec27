import { spawn } from "node:child_process";

/** Where a program runs, as far as it matters to whether a browser can be opened. */
export interface Surroundings {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  isTerminal: boolean;
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] };

const isSet = (value: string | undefined): boolean => value !== undefined && value !== "" && value !== "0" && value !== "false";

/**
 * The command that opens a browser; null where nobody would see one: no terminal, continuous integration, a Linux without a display,
 * or `BROWSER=none`. (Another program that BROWSER names is xdg-open's to start.)
 */
export function openerOf({ platform, env, isTerminal }: Surroundings): readonly [string, ...string[]] | null {
  if (!isTerminal || isSet(env["CI"]) || env["BROWSER"] === "none") return null;
  const opener = OPENERS[platform];
  if (opener !== undefined) return opener;
  return isSet(env["DISPLAY"]) || isSet(env["WAYLAND_DISPLAY"]) ? ["xdg-open"] : null;
}

/** Opens an address where there is a browser; where it cannot be opened, the printed address is enough. */
export function openBrowser(address: string): void {
  const opener = openerOf({ platform: process.platform, env: process.env, isTerminal: process.stdout.isTTY });
  if (opener === null) return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  child.once("error", () => process.stderr.write("muster: no browser to open; open the address yourself\n"));
  child.unref();
}
