import type { TokenRange } from "../text/sentences.ts";
import type { Scene } from "./drafts.ts";
import { valueOf } from "./force-names.ts";
import { isProper, ownerOf } from "./force-owner.ts";
import type { ForceMention } from "./forces.ts";
import { lowerAt } from "./page.ts";

/** A named force, a state's adjective, or fighters without a name ("rebel"), ending with a token: whoever holds or does what stands behind. */
export function holderEndingAt(scene: Scene, i: number): ForceMention | null {
  const { page } = scene;
  const { forces, states } = page.pack;
  const named = forces.named.endingAt(page.tokens, i, scene.sentence.from);
  if (named !== null && isProper(page, named.from)) return mentionOf(scene, named, ownerOf(named.value).name, ownerOf(named.value).sort, false);
  const state = states.adjectives.endingAt(page.tokens, i, scene.sentence.from);
  if (state !== null && isProper(page, state.from)) return mentionOf(scene, state, state.value.name, "state", false);
  const head = forces.heads.at(page.tokens, i, i + 1);
  return head !== null && head.value.irregular === true ? mentionOf(scene, head, null, null, true) : null;
}

const mentionOf = (scene: Scene, { from, to }: TokenRange, owner: string | null, sort: ForceMention["value"]["sort"], irregular: boolean): ForceMention => ({
  from, to, rule: "force/holder",
  value: {
    ...valueOf(scene.page, "group", owner === null || sort === null ? null : { name: owner, sort }, to - 1, to, null),
    irregular, strong: true, word: scene.page.pack.forces.bands.get(lowerAt(scene.page, to - 1)) ?? lowerAt(scene.page, to - 1),
  },
});
