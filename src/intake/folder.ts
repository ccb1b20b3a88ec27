import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { IntakeError } from "./issue.ts";
import { LIMITS } from "./limits.ts";

/** Folders within folders, at most. */
const MOST_DEPTH = 50;

/** A file below a folder, or why it is left out. */
export interface Found {
  path: string;
  /** Its path within the folder. */
  inside: string;
  issue: IntakeError | null;
}

const isInside = (path: string, root: string): boolean => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

/**
 * The files below a folder, folder by folder in the order of their names. Names that begin with a dot are passed over, links to
 * folders are not followed, and a link to a file that lies outside is named and left out.
 *
 * @throws IntakeError TOO_LONG; errors of the file system
 */
export async function* filesBelow(root: string): AsyncGenerator<Found> {
  const realRoot = await realpath(root);
  let count = 0;
  async function* below(folder: string, depth: number): AsyncGenerator<Found> {
    const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith("."));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (depth >= MOST_DEPTH) throw new IntakeError("TOO_LONG", `holds folders over ${MOST_DEPTH} deep; name them themselves`);
        yield* below(path, depth + 1);
        continue;
      }
      const issue = entry.isSymbolicLink() ? await issueOfLink(path, realRoot) : null;
      if (issue === "passed over" || (!entry.isFile() && !entry.isSymbolicLink())) continue;
      if (++count > LIMITS.folderFiles) throw new IntakeError("TOO_LONG", `holds over ${LIMITS.folderFiles.toLocaleString("en")} files; name the folders in it`);
      yield { path, inside: relative(root, path), issue };
    }
  }
  yield* below(root, 1);
}

async function issueOfLink(path: string, realRoot: string): Promise<IntakeError | "passed over" | null> {
  try {
    const target = await realpath(path);
    if (!isInside(target, realRoot)) return new IntakeError("OUTSIDE", "is a link that leads out of the folder; name it itself if that is meant");
    return (await stat(target)).isFile() ? null : "passed over";
  } catch (error) {
    return new IntakeError("NO_SUCH_FILE", "is a link to nothing; remove it", { cause: error });
  }
}
