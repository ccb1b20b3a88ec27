// A process that adds reports to a ledger until it is done or killed, and tells of each one that is acknowledged.
//
//   tsx ledger-child.ts add PLACE FIRST COUNT     prints "added N" or "known N" for each report
//   tsx ledger-child.ts verify FILE...            prints "good FILE" or "bad FILE" for each
import { now } from "../../src/app.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import { withStore } from "../../src/ledger/open.ts";
import { verifyLedger } from "../../src/ledger/verify.ts";
import { reportNo } from "../ledger/desk.ts";

const [command = "", ...args] = process.argv.slice(2);

// Written at once, so that what was told before a kill is not lost on the way.
const { writeSync } = await import("node:fs");
const tell = (line: string) => void writeSync(1, `${line}\n`);

async function add(place: string, first: number, count: number): Promise<void> {
  await withStore(place, { create: true, readOnly: false, now }, async (store) => {
    const ledger = new Ledger(store, `writer ${first}`);
    for (let n = first; n < first + count; n += 1) {
      const [result] = await ledger.add([reportNo(n)]);
      tell(`${result?.outcome} ${n}`);
    }
  });
}

async function verify(path: string): Promise<void> {
  try {
    const { findings } = await withStore(path, { create: false, readOnly: true, now }, (store) => verifyLedger(store, { trusted: [], step: () => {} }));
    tell(`${findings.length === 0 ? "good" : "bad"} ${path}`);
  } catch (error) {
    tell(`bad ${path} ${(error as Error).name}`);
  }
}

if (command === "add") await add(args[0] ?? "", Number(args[1]), Number(args[2]));
else for (const path of args) await verify(path);
