import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isKind, openEntry } from "../../src/ledger/entry.ts";
import { withStore } from "../../src/ledger/open.ts";
import { verifyLedger } from "../../src/ledger/verify.ts";
import { hookServer, type HookServer } from "../cli/hook-server.ts";
import { BIN, muster, temporaryFolder } from "../cli/run.ts";
import { BACKENDS } from "../ledger/backends.ts";
import { all } from "../ledger/desk.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => void (folder = await temporaryFolder()));
afterAll(() => folder.remove());

const ROUNDS = 20;

const report = (n: number) => JSON.stringify({
  id: `r${n}`, outlet: `Paper ${n}`, published: `2023-0${1 + (n % 9)}-1${n % 10}`, text: `About ${n + 1},000 Russian soldiers are in Belarus, the monitoring group Wachtposten ${String.fromCharCode(65 + n)} said.`,
});

interface Idea {
  kind: string;
  claims: string[];
}

for (const backend of BACKENDS) {
  describe(`announcements on ${backend.name}`, () => {
    let reason: string | null = null;
    let place = "";
    let hook: HookServer;
    let env: Record<string, string> = {};
    beforeAll(async () => void (reason = await backend.start()), 60_000);
    afterAll(() => backend.stop(), 60_000);
    beforeEach(async (context) => {
      if (reason !== null) context.skip(reason);
      place = await backend.newPlace();
      hook = await hookServer();
      env = { MUSTER_LEDGER: place, MUSTER_KEY: join(folder.path, "key.pem"), MUSTER_ACTOR: "Ada", MUSTER_WEBHOOK_SECRET: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" };
      await muster(["add", "-", "-q"], { env, stdin: report(0) });
      await muster(["situation", "define", "belarus", "--force", "Russia", "--place", "Belarus"], { env });
      return () => hook.close();
    });
    const start = (...args: string[]) => spawn(process.execPath, [BIN, "changes", "belarus", "--webhook", hook.url, ...args], { env: { ...process.env, ...env }, stdio: "ignore" });
    const ended = (child: ReturnType<typeof start>): Promise<number | null> => new Promise((resolve) => void child.on("close", resolve));

    it("are never lost, and never new twice, however often the sender is killed between sending and writing it down", { timeout: 600_000 }, async () => {
      let killed = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        await muster(["add", "-", "-q"], { env, stdin: report(round + 1) });
        const child = start();
        const before = hook.received.length;
        // Killed before it has an answer, or with the answer on its way, at the first, second or third message of the round.
        hook.answer = (n) => {
          if (n < before + (round % 3)) return [204];
          killed += child.kill("SIGKILL") ? 1 : 0;
          return round % 2 === 0 ? null : [204];
        };
        await ended(child);
      }
      hook.answer = () => [204];
      expect(await ended(start())).toBe(0);
      expect(killed).toBeGreaterThan(ROUNDS / 2);

      const bodies = new Map<string, Set<string>>();
      for (const { headers, body } of hook.received) bodies.set(String(headers["webhook-id"]), (bodies.get(String(headers["webhook-id"])) ?? new Set()).add(body));
      const ideas = await withStore(place, { create: false, readOnly: true, now: () => "" }, async (store) => {
        expect((await verifyLedger(store, { trusted: [], step: () => {} })).findings).toEqual([]);
        const entries = (await all(store.entries())).map((sealed) => openEntry(sealed));
        const made = entries.flatMap((entry) => (isKind(entry, "announcement made") && entry.body !== null ? [entry.body] : []));
        const delivered = entries.flatMap((entry) => (isKind(entry, "announcement delivered") && entry.body !== null ? [entry.body.announcement] : []));
        // Each was sent, and is written down once.
        expect([...bodies.keys()].sort()).toEqual(made.map(({ id }) => id).sort());
        expect(delivered.toSorted()).toEqual([...bodies.keys()].sort());
        return made.map(({ kind, sides }): Idea => ({ kind: String(kind), claims: sides.flat() }));
      });
      const statements = ideas.filter(({ kind }) => kind === "statement").flatMap(({ claims }) => claims);
      expect(statements).toHaveLength(ROUNDS + 1);
      expect(new Set(statements).size).toBe(statements.length);
      // The last run has nothing more to say.
      const before = hook.received.length;
      expect(await ended(start())).toBe(0);
      expect(hook.received).toHaveLength(before);
    });

    it("follow the ledger as it grows, from two senders at once, until they are told to end", { timeout: 120_000 }, async () => {
      const other = await hookServer();
      const children = [start("--follow", "--every", "1"), spawn(process.execPath, [BIN, "changes", "belarus", "--webhook", other.url, "--follow", "--every", "1"], { env: { ...process.env, ...env }, stdio: "ignore" })];
      const statementsAt = (at: HookServer) => new Set(at.received.filter(({ body }) => body.includes('"situation.statement"')).map(({ headers }) => headers["webhook-id"]));
      const arrived = async (count: number) => {
        await expect.poll(() => [statementsAt(hook).size, statementsAt(other).size], { timeout: 60_000 }).toEqual([count, count]);
      };
      await arrived(1);
      await muster(["add", "-", "-q"], { env, stdin: [report(1), report(2)].join("\n") });
      await arrived(3);
      expect([...statementsAt(hook)].sort()).toEqual([...statementsAt(other)].sort());
      const codes = children.map((child) => ended(child));
      for (const child of children) child.kill("SIGTERM");
      expect(await Promise.all(codes)).toEqual([0, 0]);
      await other.close();
    });
  });
}
