import { existsSync } from "node:fs";

/**
 * The folder of this package, which its data and its built page lie in. It is looked for, upwards: the build joins modules into files
 * whose depth nobody can know.
 */
export const PACKAGE_ROOT: URL = rootAbove(new URL(".", import.meta.url));

function rootAbove(folder: URL): URL {
  if (existsSync(new URL("package.json", folder))) return folder;
  const parent = new URL("..", folder);
  if (parent.href === folder.href) throw new RangeError("this package has lost its package.json; install it again");
  return rootAbove(parent);
}
