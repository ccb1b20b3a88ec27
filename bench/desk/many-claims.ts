import { now, readDocument } from "../../src/app.ts";
import { makeDocument } from "../../src/intake/document.ts";
import { Ledger, type ReadDocument } from "../../src/ledger/ledger.ts";
import { withStore } from "../../src/ledger/open.ts";

const FORCES = [["Russia", "Russian"], ["Ukraine", "Ukrainian"], ["Belarus", "Belarusian"], ["Poland", "Polish"], ["United States", "US"], ["France", "French"], ["Turkey", "Turkish"], ["Germany", "German"], ["China", "Chinese"], ["Serbia", "Serbian"]] as const;
const PLACES = ["Belarus", "Armenia", "Moldova", "Syria", "Latvia", "Lithuania", "Romania", "Georgia", "Tajikistan", "Kosovo"];
const BODIES = ["Ukraine", "Poland", "Lithuania", "Latvia", "the United Kingdom", "Germany"];
/** Outlets that carry each statement. */
const OUTLETS = 17;

/** Those that are watched, of a hundred that are told of: a thousand claims each, where there are a hundred thousand. */
export const SITUATIONS = [0, 1, 2, 3, 4].flatMap((i) => [i, i + 5].map((j) => ({ name: `s${i}-${j}`, force: FORCES[i]?.[0] ?? "", place: PLACES[j] ?? "" }))).filter(({ force, place }) => force !== place);

/** A report a week and outlet on each situation in turn, each with what six ministries said in that week. */
function report(i: number): { text: string; day: string; outlet: string } {
  const situation = Math.floor(i / OUTLETS) % (FORCES.length * PLACES.length);
  const week = Math.floor(i / (OUTLETS * FORCES.length * PLACES.length));
  const [, adjective] = FORCES[situation % FORCES.length] ?? ["", ""];
  const place = PLACES[Math.floor(situation / FORCES.length)];
  const day = new Date(Date.UTC(2022, 0, 1) + week * 7 * 86_400_000).toISOString().slice(0, 10);
  const lines = BODIES.map((body, j) => `About ${(500 + ((week * 37 + j * 113 + situation * 7) % 90) * 100).toLocaleString("en")} ${adjective} soldiers are in ${place}, the Defence Ministry of ${body} said on ${day}.`);
  return { text: `Report ${i}\n\n${lines.join("\n\n")}`, day, outlet: `Outlet ${i % OUTLETS}` };
}

/** A ledger with so many claims, as the reader reads them, and {@link SITUATIONS}. @returns how many there are */
export async function makeLedger(path: string, claims: number): Promise<number> {
  let made = 0;
  await withStore(path, { create: true, readOnly: false, now }, async (store) => {
    const ledger = new Ledger(store, "bench");
    for (let i = 0; made < claims; ) {
      const batch: ReadDocument[] = [];
      for (; batch.length < 64 && made < claims; i++) {
        const { text, day, outlet } = report(i);
        const { document, reader, claims: read } = await readDocument(makeDocument(text, text, { published: day, outlet, title: `Report ${i}`, lang: "en" }));
        batch.push({ document, reader, claims: read, bytes: Buffer.from(text) });
        made += read.length;
      }
      await ledger.add(batch);
    }
    for (const row of SITUATIONS) await ledger.record("situation defined", row);
  });
  return made;
}
