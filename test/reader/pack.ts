import { existsSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import type { Document } from "../../src/claims/index.ts";
import { createPack } from "../../src/lang/en/pack.ts";
import type { LanguagePack } from "../../src/lang/pack.ts";

const GAZETTEER = new URL("../../data/gazetteer.bin", import.meta.url);

let opened: LanguagePack | undefined;

/** The English pack with the gazetteer that the build left on the disk. */
export function englishPack(): LanguagePack {
  if (!existsSync(GAZETTEER)) throw new Error("data/gazetteer.bin is not built: run `node scripts/prepare.mjs` first");
  opened ??= createPack(readFileSync(GAZETTEER));
  return opened;
}

/** A document that holds just this text. `published` is `YYYY-MM-DD` or null. */
export function documentOf(text: string, published: string | null): Document {
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { id: "row", text, sha256, published, lang: "en", title: null, outlet: null, author: null, url: null };
}
