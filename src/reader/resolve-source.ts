import type { Attribution, Source } from "../claims/index.ts";
import type { Saying } from "./saying.ts";
import type { Draft, Scene } from "./drafts.ts";
import type { Discourse } from "./discourse.ts";
import { leastOf } from "./order.ts";
import { inside, meets, spanOf } from "./page.ts";
import type { Read } from "./resolve-force.ts";

export interface Vouched {
  source: Read<Source> | null;
  via: Read<string[]>;
  attribution: Read<Attribution>;
}

/** The saying whose content holds the draft; the innermost when several do: the one that begins last, then the shortest. */
export function sayingFor(scene: Scene, draft: Draft): Saying | null {
  const holding = scene.sayings.flatMap((saying) => {
    const range = saying.content.find((content) => content.from <= draft.trigger.from && draft.trigger.to <= content.to);
    return range === undefined ? [] : [{ saying, range }];
  });
  return leastOf(holding, (a, b) => b.range.from - a.range.from || a.range.to - b.range.to)?.saying ?? null;
}

// "The minister said that the rebels had told him that C", "the service said that C, according to a lawmaker": those in whose words
// the act of saying itself stands, the innermost first.
function passedOnBy(scene: Scene, saying: Saying): string[] {
  const { cue, speaker } = saying;
  if (cue === null || speaker === null) return [];
  const holding = scene.sayings.flatMap((other) => {
    const range = other === saying || other.speaker === null ? undefined : other.content.find((content) => inside(content, cue));
    return range === undefined ? [] : [{ size: range.to - range.from, names: [namesOf(other.speaker?.source ?? null), ...other.via] }];
  });
  const own = namesOf(speaker.source);
  return [...new Set(holding.toSorted((a, b) => a.size - b.size).flatMap(({ names }) => names))].flatMap((name) => (name === null || name === own || saying.via.includes(name) ? [] : [name]));
}

const namesOf = (source: Source | null): string | null => source === null ? null : source.person ?? source.organisation ?? source.role;

/** Who vouches for a draft, who passed it on, and in whose words it stands. */
export function resolveSource(scene: Scene, draft: Draft, saying: Saying | null, discourse: Discourse): Vouched {
  const none: Read<string[]> = { value: [], origin: { rule: "via/none", span: null, status: "implied" } };
  if (saying === null || saying.speaker === null) {
    const attribution: Attribution = draft.hearsay ? "hearsay" : "voice";
    return { source: null, via: none, attribution: { value: attribution, origin: { rule: `attribution/${attribution}`, span: null, status: "implied" } } };
  }
  const cue = saying.cue === null ? null : spanOf(scene.page, saying.cue);
  const quoted = scene.page.quotations.some((quotation) => inside(quotation, draft.trigger) && quotation.to - quotation.from > 4);
  const attribution: Attribution = quoted || saying.manner === "label" ? "quote" : "paraphrase";
  const { range } = saying.speaker;
  const source = fightersAs(scene, saying.speaker.source, discourse);
  const via = [...saying.via, ...passedOnBy(scene, saying)];
  return {
    source: { value: source, origin: { rule: saying.rule, span: spanOf(scene.page, range), status: meets(range, scene.sentence) ? "known" : "implied" } },
    via: via.length === 0 ? none : { value: via, origin: { rule: "via/relay", span: cue, status: "known" } },
    attribution: { value: attribution, origin: { rule: `attribution/${attribution}`, span: cue, status: "known" } },
  };
}

// "The guerrillas said": the armed group that the text speaks of, where it names one.
function fightersAs(scene: Scene, source: Source, discourse: Discourse): Source {
  if (source.person !== null || source.organisation !== null || source.role === null || !scene.page.pack.forces.locals.has(source.role)) return source;
  const group = discourse.lastForce(true) ?? discourse.band();
  return group?.sort === "group" ? { person: null, role: null, organisation: group.name } : source;
}
