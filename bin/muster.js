#!/usr/bin/env node
// Runs the built program, or says in one line why it cannot. Plain JavaScript in the oldest syntax that still loads
// modules, so that an old Node gets as far as the message.
import { existsSync } from "node:fs";

const LEAST_NODE = 20;
const main = new URL("../dist/cli/main.js", import.meta.url);

function fail(message) {
  process.stderr.write("muster: " + message + "\n");
  process.exitCode = 2;
}

if (Number(process.versions.node.split(".")[0]) < LEAST_NODE) {
  fail("needs Node " + LEAST_NODE + " or later, and this is " + process.version + "; install a newer one from https://nodejs.org");
} else if (!existsSync(main)) {
  fail("is not built yet; run: npm install && npm run build");
} else {
  import(main.href).then(
    (program) => program.main(process.argv),
    (error) => fail("cannot start: " + error.message + "; run: npm install && npm run build"),
  );
}
