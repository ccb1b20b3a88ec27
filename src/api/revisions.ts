import { subjectsSince } from "../app/subjects-since.ts";
import { canonicalJson } from "../ledger/canonical.ts";
import { documentSubject } from "../ledger/entry-kinds.ts";
import { project } from "../ledger/project.ts";
import type { StoreReader } from "../ledger/store.ts";

/**
 * What an answer may follow from, besides a single document: what the claims that count say; any document with its claims and what was made
 * of them; what persons decided of statements; what they think of sources; and what is watched.
 */
export type Topic = "claims" | "documents" | "statements" | "sources" | "situations" | DocumentTopic;
export type DocumentTopic = `document:${string}`;

/** Entries that are looked at one by one; after more of them everything counts as changed. */
const MOST_ENTRIES = 200;
/** Topics of documents that are kept apart. */
const MOST_TOPICS = 10_000;

const TOPIC_OF: Readonly<Record<string, Topic>> = { statement: "statements", source: "sources", situation: "situations" };

/** Which entry has last changed what, so that what was asked before it is known to be out of date, and nothing else. */
export class Revisions {
  private readonly store: StoreReader;
  private readonly changed = new Map<Topic, number>();
  /** Whatever is not in the list above may have changed up to this entry. */
  private floor = 0;
  /** Entries that are taken into account. */
  private size = -1;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(store: StoreReader) {
    this.store = store;
  }

  /** Takes into account what was written since, by whomever. @returns how many entries there are */
  async catchUp(): Promise<number> {
    const { size } = await this.store.head();
    if (size === this.size) return size;
    const next = this.turn.then(() => this.take());
    // Whoever failed is told; the next one tries anew.
    this.turn = next.catch(() => undefined);
    return next;
  }

  /**
   * Whether nothing that is named has changed since the ledger had so many entries.
   *
   * @param topics  null for whatever there is
   */
  isSame(topics: readonly Topic[] | null, since: number): boolean {
    if (topics === null) return since === this.size;
    return this.floor <= since && topics.every((topic) => (this.changed.get(topic) ?? 0) <= since);
  }

  private async take(): Promise<number> {
    const [before, { size }] = [this.size, await this.store.head()];
    // Another one was first.
    if (size === before) return size;
    const isNear = before >= 0 && size > before && size - before <= MOST_ENTRIES;
    const since = isNear ? await subjectsSince(this.store, before + 1, size) : null;
    // A ledger that has become shorter is another one: nothing that was asked of the longer one holds.
    if (size < before) this.forget(before + 1);
    else if (since === null || !since.isComplete || this.changed.size > MOST_TOPICS) this.forget(size);
    else {
      for (const subject of since.subjects) {
        const topic = TOPIC_OF[subject.slice(0, subject.indexOf(":"))];
        if (topic !== undefined) this.changed.set(topic, size);
      }
      for (const sha256 of since.documents) this.changed.set(`document:${sha256}`, size).set("documents", size);
      if (await this.saysOtherwise(since.documents, before, size)) this.changed.set("claims", size);
    }
    return (this.size = size);
  }

  private forget(upTo: number): void {
    this.changed.clear();
    this.floor = upTo;
  }

  /** Whether the claims that count of any of these documents are others after an entry than after an earlier one: who accepts one changes none. */
  private async saysOtherwise(documents: ReadonlySet<string>, before: number, after: number): Promise<boolean> {
    for (const sha256 of documents) {
      const subject = documentSubject(sha256);
      const entries = (await this.store.entriesAbout(subject)).filter(({ seq }) => seq <= after);
      // What an erased document said can no longer be compared.
      if (entries.some(({ body }) => body === null)) return true;
      const [was, is] = [before, after].map((until) => canonicalJson(countingIn(project(subject, entries.filter(({ seq }) => seq <= until)).claims)));
      if (was !== is) return true;
    }
    return false;
  }
}

const countingIn = (claims: ReturnType<typeof project>["claims"]): unknown[] => claims.filter(({ review }) => review !== "rejected").map(({ id, claim }) => [id, claim]);
