import { compileGazetteer } from "../../scripts/gazetteer/compile.ts";
import { encodeGazetteer } from "../../scripts/gazetteer/encode.ts";
import type { GazetteerContent } from "../../scripts/gazetteer/encode.ts";

let compiled: { content: GazetteerContent; bytes: Uint8Array } | undefined;

/** The real gazetteer, compiled once a test file (about five seconds), so that no test depends on an earlier build. */
export function realGazetteer(): { content: GazetteerContent; bytes: Uint8Array } {
  if (compiled === undefined) {
    const content = compileGazetteer();
    compiled = { content, bytes: encodeGazetteer(content) };
  }
  return compiled;
}
