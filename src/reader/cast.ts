import type { Source } from "../claims/index.ts";
import type { TokenRange } from "../text/sentences.ts";

/** A speaker as read from one noun group. */
export interface Speaker {
  source: Source;
  /** State that the speaker speaks for: whose troops "we" are. */
  state: string | null;
  /** A newspaper, agency or channel: a relay when it names somebody else. */
  media: boolean;
  /** "the statement", "a report": somebody's words, whose is told elsewhere. */
  document: boolean;
  /** "another official", "two diplomats": nobody who has spoken before. */
  fresh?: boolean;
  range: TokenRange;
}

/** Speakers met so far, so that a surname, a pronoun or "the ministry" finds the one it means. */
export class Cast {
  readonly #speakers: Speaker[] = [];
  readonly #surnames = new Map<string, string>();
  readonly #roles = new Map<string, readonly string[]>();
  readonly #acronyms = new Map<string, string>();

  /** "the National Intelligence Service (NIS)": what the short name stands for from then on. */
  abbreviate(acronym: string, name: string): void {
    if (!this.#acronyms.has(acronym)) this.#acronyms.set(acronym, name);
  }

  /** The whole name, where the text has given it. */
  wholeName(name: string): string {
    return this.#acronyms.get(name) ?? name;
  }

  add(speaker: Speaker): Speaker {
    const known = this.#match(speaker);
    const merged = known === null ? speaker : merge(known, speaker);
    this.#speakers.push(merged);
    return merged;
  }

  #match(speaker: Speaker): Speaker | null {
    const { person, role, organisation } = speaker.source;
    if (person !== null) {
      const surname = this.#surname(person);
      return this.#lastOf((other) => other.source.person !== null && this.#surname(other.source.person) === surname);
    }
    if (role !== null && organisation === null && speaker.fresh !== true) {
      const words = this.#wordsOf(role);
      return this.#lastOf((other) => other.source.role !== null && holdsWords(this.#wordsOf(other.source.role), words));
    }
    return null;
  }

  /** The last speaker that a pronoun can mean. */
  pronoun(kind: "person" | "body" | "persons"): Speaker | null {
    if (kind === "person") return this.#lastOf((speaker) => speaker.source.person !== null || (speaker.source.role !== null && !/s$/.test(speaker.source.role)));
    if (kind === "body") return this.#lastOf((speaker) => speaker.source.person === null && speaker.source.organisation !== null);
    return this.#lastOf((speaker) => speaker.source.person === null);
  }

  /** The last organisation whose name holds a word: "the ministry". */
  organisation(word: string): Speaker | null {
    return this.#lastOf((speaker) => speaker.source.organisation?.toLowerCase().includes(word) ?? false);
  }

  /** The last organisation that has spoken, or whose spokesman has: "the department", "the service". */
  body(): Speaker | null {
    const speaker = this.#lastOf((other) => other.source.organisation !== null && !other.media);
    return speaker === null ? null : { ...speaker, source: { person: null, role: null, organisation: speaker.source.organisation } };
  }

  last(): Speaker | null {
    return this.#speakers.at(-1) ?? null;
  }

  // Each name is folded once: every later speaker is compared with it.
  #surname(person: string): string {
    let surname = this.#surnames.get(person);
    if (surname === undefined) {
      surname = surnameOf(person);
      this.#surnames.set(person, surname);
    }
    return surname;
  }

  #wordsOf(role: string): readonly string[] {
    let words = this.#roles.get(role);
    if (words === undefined) {
      words = role.toLowerCase().split(" ");
      this.#roles.set(role, words);
    }
    return words;
  }

  #lastOf(test: (speaker: Speaker) => boolean): Speaker | null {
    return this.#speakers.findLast(test) ?? null;
  }
}

// "the official" is the "senior Ukrainian official", not the "officials" and no "Syrian official" either.
const holdsWords = (known: readonly string[], words: readonly string[]): boolean => words.every((word) => known.includes(word));

// Without accents and with one ending for those that a transliteration gives: "Zelenskyy" and "Zelensky", "Tsikhanouskaya" and
// "Lukashenka" as the same person's "Lukashenko".
const surnameOf = (person: string): string => {
  const surname = person.normalize("NFKD").replaceAll(/[\u0300-\u036f]/g, "").toLowerCase().split(/[\s-]+/).at(-1) ?? "";
  return surname.replace(/(?:yy|iy|ii|yi|ij|i)$/, "y").replace(/enka$/, "enko");
};

// A later short mention takes what an earlier full one said.
function merge(known: Speaker, later: Speaker): Speaker {
  const person = (known.source.person?.length ?? 0) >= (later.source.person?.length ?? 0) ? known.source.person : later.source.person;
  return {
    ...later,
    source: { person, role: known.source.role ?? later.source.role, organisation: known.source.organisation ?? later.source.organisation },
    state: known.state ?? later.state,
  };
}
