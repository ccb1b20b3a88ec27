import type { VerbForm } from "../pack.ts";

const VOWELS = "aeiou";
// Two-syllable stems that double their last letter all the same; one-syllable ones do by rule.
const DOUBLES = new Set(["commit", "transfer", "patrol", "permit", "refer"]);

const doubles = (stem: string): boolean => {
  if (DOUBLES.has(stem)) return true;
  const [a, b, c] = [stem.at(-3) ?? "", stem.at(-2) ?? "", stem.at(-1) ?? ""];
  const syllables = stem.match(/[aeiouy]+/g)?.length ?? 0;
  return syllables === 1 && VOWELS.includes(b) && !VOWELS.includes(a) && !VOWELS.includes(c) && !"wxy".includes(c);
};

function regular(stem: string): [string, string, string, string] {
  const third = /(?:s|x|z|ch|sh)$/.test(stem) ? `${stem}es` : /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ies` : `${stem}s`;
  if (stem.endsWith("e")) return [third, `${stem}d`, `${stem}d`, `${stem.endsWith("ee") ? stem : stem.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(stem)) return [third, `${stem.slice(0, -1)}ied`, `${stem.slice(0, -1)}ied`, `${stem}ing`];
  const base = doubles(stem) ? stem + (stem.at(-1) ?? "") : stem;
  return [third, `${base}ed`, `${base}ed`, `${base}ing`];
}

const IRREGULAR: Readonly<Record<string, readonly [string, string, string, string]>> = {
  come: ["comes", "came", "come", "coming"], go: ["goes", "went", "gone", "going"], take: ["takes", "took", "taken", "taking"], set: ["sets", "set", "set", "setting"],
  fly: ["flies", "flew", "flown", "flying"], bring: ["brings", "brought", "brought", "bringing"], send: ["sends", "sent", "sent", "sending"], leave: ["leaves", "left", "left", "leaving"],
  hold: ["holds", "held", "held", "holding"], fall: ["falls", "fell", "fallen", "falling"], draw: ["draws", "drew", "drawn", "drawing"], build: ["builds", "built", "built", "building"],
  cut: ["cuts", "cut", "cut", "cutting"], be: ["is", "was", "been", "being"], get: ["gets", "got", "got", "getting"], stand: ["stands", "stood", "stood", "standing"], drive: ["drives", "drove", "driven", "driving"],
  dig: ["digs", "dug", "dug", "digging"], sit: ["sits", "sat", "sat", "sitting"], lend: ["lends", "lent", "lent", "lending"], put: ["puts", "put", "put", "putting"], keep: ["keeps", "kept", "kept", "keeping"], fight: ["fights", "fought", "fought", "fighting"], beef: ["beefs", "beefed", "beefed", "beefing"],
  withdraw: ["withdraws", "withdrew", "withdrawn", "withdrawing"], pay: ["pays", "paid", "paid", "paying"], lead: ["leads", "led", "led", "leading"], see: ["sees", "saw", "seen", "seeing"], mean: ["means", "meant", "meant", "meaning"], shrink: ["shrinks", "shrank", "shrunk", "shrinking"], have: ["has", "had", "had", "having"],
};
const BE = ["am", "is", "are", "was", "were", "be", "been", "being", "'re", "'m", "'s", "isn't", "aren't", "wasn't", "weren't"];

/**
 * The forms of an English verb, with what each can be. A lemma is a stem with the words that follow it ("pull out"),
 * irregular ones written out as base/s/past/participle/ing; "be stationed" stays under any form of "be".
 */
export function inflect(lemma: string): [string, ReadonlySet<VerbForm>][] {
  const [head = "", ...rest] = lemma.split(" ");
  const tail = rest.length === 0 ? "" : ` ${rest.join(" ")}`;
  if (head === "be") return BE.map((form) => [form + tail, new Set<VerbForm>(["past", "base", "s"])]);
  const written = head.split("/");
  const base = written[0] ?? head;
  const [s, past, participle, ing] = written.length === 5 ? (written.slice(1) as [string, string, string, string]) : IRREGULAR[base] ?? regular(base);
  const forms = new Map<string, Set<VerbForm>>();
  for (const [form, name] of [[base, "base"], [s, "s"], [past, "past"], [participle, "participle"], [ing, "ing"]] as const) {
    const set = forms.get(form) ?? new Set<VerbForm>();
    forms.set(form, set.add(name));
  }
  return [...forms].map(([form, set]) => [form + tail, set]);
}
