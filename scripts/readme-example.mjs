// Keeps the README's examples true: runs every command that stands between the marks
//
//   <!-- example: read examples/belarus.md -->
//   <!-- end of example -->
//
// and compares what it prints with what stands there. Needs a build.
//
//   node scripts/readme-example.mjs           exits 1 and says which example is out of date
//   node scripts/readme-example.mjs --write   writes the output into the pages
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PAGES = ["README.md", "docs/guide.md"];
const EXAMPLE = /<!-- example: ([^>]*?) -->\n[^]*?<!-- end of example -->/g;
const root = fileURLToPath(new URL("..", import.meta.url));

// As on a page: no colour, and a width that does not depend on the terminal.
function outputOf(args) {
  const env = { ...process.env, NO_COLOR: "1", COLUMNS: "100" };
  const run = spawnSync(process.execPath, ["bin/muster.js", ...args], { cwd: root, encoding: "utf8", env });
  if (run.status !== 0) {
    process.stderr.write(`muster ${args.join(" ")} exited with ${run.status}, build first (npm run build): ${run.stderr}`);
    process.exit(1);
  }
  return run.stdout.trimEnd();
}

const exampleOf = (command) =>
  `<!-- example: ${command} -->\n\`\`\`console\n$ npx muster ${command}\n${outputOf(command.split(" "))}\n\`\`\`\n<!-- end of example -->`;

let stale = 0;
for (const page of PAGES) {
  const text = readFileSync(`${root}${page}`, "utf8");
  const fresh = text.replace(EXAMPLE, (_, command) => exampleOf(command));
  if (fresh === text) continue;
  stale += 1;
  if (process.argv.includes("--write")) writeFileSync(`${root}${page}`, fresh);
  else process.stderr.write(`${page}: an example is not what the command prints; run: npm run readme\n`);
}
process.exitCode = stale > 0 && !process.argv.includes("--write") ? 1 : 0;
