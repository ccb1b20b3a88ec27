// Starts the command line from sources, for the tests that run it as a program.
import { main } from "../../src/cli/main.ts";

await main(process.argv);
