import { randomUUID } from "node:crypto";
import { NewsIndex, type News, type NewsIdentity } from "../brief/news.ts";
import { isKind } from "../ledger/entry.ts";
import type { BodyOf } from "../ledger/entry-kinds.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { undoingEntries } from "../ledger/undo.ts";
import { sha256Hex } from "../ledger/sha256.ts";
import type { StoreReader } from "../ledger/store.ts";

/** Something that was found to be new, once, and when. */
export interface Announcement extends NewsIdentity {
  /** UUID; the same each time that it is sent. */
  id: string;
  situation: string;
  /** When it was found. */
  time: string;
  /** As it stands now; null where it no longer does: its claims were rejected, withdrawn or erased. */
  news: News | null;
}

/** What is told to whom; the address of a receiver may hold a secret, so that only its hash is kept. */
export const OUTPUT = "output";
export const receiverOf = (url: string): string => sha256Hex(url);

type Made = BodyOf<"announcement made"> & { time: string };

const isFor = (situation: string) => (made: Made): boolean => made.situation === situation;

/** What was announced of a situation, the oldest first; what was undone was not. */
async function madeOf(store: StoreReader, situation: string): Promise<Made[]> {
  const undone = await undoingEntries(store);
  const entries = (await store.entriesOfKind("announcement made")).filter(({ seq }) => !undone.has(seq));
  return entries.flatMap((entry) => (isKind(entry, "announcement made") && entry.body !== null ? [{ ...entry.body, time: entry.time }] : [])).filter(isFor(situation));
}

/** Ids of what was delivered to a receiver. */
async function deliveredTo(store: StoreReader, receiver: string): Promise<Set<string>> {
  const undone = await undoingEntries(store);
  const entries = (await store.entriesOfKind("announcement delivered")).filter(({ seq }) => !undone.has(seq));
  return new Set(entries.flatMap((entry) => (isKind(entry, "announcement delivered") && entry.body?.to === receiver ? [entry.body.announcement] : [])));
}

const identityOf = ({ kind, change, sides }: Made): NewsIdentity => ({ kind: kind as NewsIdentity["kind"], change: change as NewsIdentity["change"], sides });

/** Writes down what of the news was never announced; asked again under the lock, so that of two processes one announces it. @returns how many */
export async function announce(ledger: Ledger, situation: string, news: readonly News[]): Promise<number> {
  const entries = await ledger.decide(async (store) => {
    const known = new NewsIndex<NewsIdentity>((await madeOf(store, situation)).map(identityOf));
    const drafts = [];
    for (const one of news) {
      if (known.find(one) !== null) continue;
      known.add(one);
      const { kind, sides, change } = one;
      drafts.push({ kind: "announcement made" as const, body: { id: randomUUID(), situation, kind, sides, change } });
    }
    return drafts;
  });
  return entries.length;
}

/** Everything that was announced of a situation, the oldest first, as it stands by the news of now. */
export async function announcementsOf(store: StoreReader, situation: string, news: readonly News[]): Promise<Announcement[]> {
  const present = new NewsIndex(news);
  return (await madeOf(store, situation)).map((made) => ({ ...identityOf(made), id: made.id, situation, time: made.time, news: present.find(identityOf(made)) }));
}

/** Those that a receiver was not given yet. */
export async function pendingFor(store: StoreReader, announcements: readonly Announcement[], receiver: string): Promise<Announcement[]> {
  const delivered = await deliveredTo(store, receiver);
  return announcements.filter(({ id }) => !delivered.has(id));
}

/** Writes down that a receiver has them; what is written already is not written again. */
export async function markDelivered(ledger: Ledger, ids: readonly string[], receiver: string): Promise<void> {
  await ledger.decide(async (store) => {
    const delivered = await deliveredTo(store, receiver);
    return ids.filter((id) => !delivered.has(id)).map((announcement) => ({ kind: "announcement delivered" as const, body: { announcement, to: receiver } }));
  });
}
