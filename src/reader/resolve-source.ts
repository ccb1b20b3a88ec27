import type { Attribution, Source } from "../claims/index.ts";
import type { Saying } from "./saying.ts";
import type { Draft, Scene } from "./drafts.ts";
import { inside, meets, spanOf } from "./page.ts";
import type { Read } from "./resolve-force.ts";

export interface Vouched {
  source: Read<Source> | null;
  via: Read<string[]>;
  attribution: Read<Attribution>;
}

/** The saying whose content holds the draft; the innermost when several do. */
export function sayingFor(scene: Scene, draft: Draft): Saying | null {
  const holding = scene.sayings.filter((saying) => saying.content.some((range) => range.from <= draft.trigger.from && draft.trigger.to <= range.to));
  return holding.toSorted((a, b) => length(a, draft) - length(b, draft))[0] ?? null;
}

const length = (saying: Saying, draft: Draft): number => {
  const range = saying.content.find((content) => content.from <= draft.trigger.from && draft.trigger.to <= content.to);
  return range === undefined ? Infinity : range.to - range.from;
};

/** Who vouches for a draft, who passed it on, and in whose words it stands. */
export function resolveSource(scene: Scene, draft: Draft, saying: Saying | null): Vouched {
  const none: Read<string[]> = { value: [], origin: { rule: "via/none", span: null, status: "implied" } };
  if (saying === null || saying.speaker === null) {
    const attribution: Attribution = draft.hearsay ? "hearsay" : "voice";
    return { source: null, via: none, attribution: { value: attribution, origin: { rule: `attribution/${attribution}`, span: null, status: "implied" } } };
  }
  const cue = saying.cue === null ? null : spanOf(scene.page, saying.cue);
  const quoted = scene.page.quotations.some((quotation) => inside(quotation, draft.trigger) && quotation.to - quotation.from > 4);
  const attribution: Attribution = quoted || saying.manner === "label" ? "quote" : "paraphrase";
  const { source, range } = saying.speaker;
  return {
    source: { value: source, origin: { rule: saying.rule, span: spanOf(scene.page, range), status: meets(range, scene.sentence) ? "known" : "implied" } },
    via: saying.via.length === 0 ? none : { value: saying.via, origin: { rule: "via/relay", span: cue, status: "known" } },
    attribution: { value: attribution, origin: { rule: `attribution/${attribution}`, span: cue, status: "known" } },
  };
}
