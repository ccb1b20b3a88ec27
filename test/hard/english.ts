import { existsSync, readFileSync } from "node:fs";
import type { Document } from "../../src/claims/index.ts";
import { createPack } from "../../src/lang/en/pack.ts";
import { readWhole } from "../../src/reader/read.ts";
import type { Reading } from "../../src/reader/reading.ts";

const gazetteer = new URL("../../data/gazetteer.bin", import.meta.url);
const pack = createPack(existsSync(gazetteer) ? readFileSync(gazetteer) : null);

/** What the reader makes of a bare English text published on a known day. */
export function readEnglish(text: string): Reading {
  const document: Document = {
    id: "text", text, sha256: "0".repeat(64), published: "2023-11-01", lang: "en", title: null, outlet: null, author: null, url: null,
  };
  return readWhole(document, pack);
}
