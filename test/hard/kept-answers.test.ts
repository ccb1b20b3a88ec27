import fc from "fast-check";
import { expect, it } from "vitest";
import { createServer, type Api } from "../../src/api/server.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import { ask, withServer } from "../api/desk.ts";

const SENTENCES = ["Around 2,000 Russian soldiers are in Belarus, the defence ministry of Poland said on Monday.", "Fewer than 1,000 Russian soldiers remain in Belarus, the defence ministry of Poland said on Monday.", "About 3,000 French soldiers are in Latvia, the monitoring project said.", "Russia had 900 soldiers in Belarus in May. Poland said that they had left."];

const claimsIn = async (api: Api): Promise<string[]> => (await ask<{ items: { id: string }[] }>(api, "GET", "/api/claims?limit=200")).body.items.map(({ id }) => id);
const documentsIn = async (api: Api): Promise<string[]> => (await ask<{ items: { sha256: string }[] }>(api, "GET", "/api/documents?limit=200")).body.items.map(({ sha256 }) => sha256);
const nth = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const review = (verdict: string, more: object = {}) => async (api: Api, n: number) => ask(api, "POST", `/api/claims/${nth(await claimsIn(api), n) ?? "ffff"}/reviews`, { verdict, ...more });

/** What somebody does at the desk, with the n-th thing that there is to do it with; and what another process writes. */
const ACTS: Readonly<Record<string, (api: Api, n: number, ledger: Ledger) => Promise<unknown>>> = {
  add: (api, n) => ask(api, "POST", "/api/documents", { text: `Report ${n % 9}\n\n${nth(SENTENCES, n)}`, published: "2023-11-01", outlet: `Outlet ${n % 4}`, url: `https://example.org/${n % 6}` }),
  accept: review("accept"), reject: review("reject"), restore: review("restore"),
  correct: (api, n) => review("correct", { corrections: [`place=${nth(["Belarus", "Latvia", "Minsk"], n)}`] })(api, n),
  join: async (api, n) => ask(api, "POST", "/api/statements/joins", { claims: [nth(await claimsIn(api), n) ?? "", nth(await claimsIn(api), n + 1) ?? ""] }),
  split: async (api, n) => ask(api, "POST", "/api/statements/splits", { claims: [nth(await claimsIn(api), n) ?? "", nth(await claimsIn(api), n + 1) ?? ""] }),
  undo: async (api, n) => ask(api, "POST", "/api/entries/undo", { entries: [1 + (n % (await ask<{ size: number }>(api, "GET", "/api/about")).body.size)] }),
  withdraw: async (api, n) => ask(api, "POST", `/api/documents/${nth(await documentsIn(api), n) ?? "ffff"}/withdrawal`, { why: "retracted" }),
  erase: async (api, n) => ask(api, "POST", `/api/documents/${nth(await documentsIn(api), n) ?? "ffff"}/erasure`, { why: "in danger" }),
  define: (api, n) => ask(api, "POST", "/api/situations", { name: `s${n % 3}`, force: "Russia", place: nth(["Belarus", "Latvia"], n) }),
  change: (api, n) => ask(api, "PATCH", `/api/situations/s${n % 3}`, { place: nth(["Latvia", "Belarus"], n) }),
  grade: (api, n) => ask(api, "PUT", "/api/sources/Polish%20Ministry%20of%20Defence/reliability", { reliability: nth(["A", "D"], n) }),
  lean: (api, n) => ask(api, "PUT", `/api/sources/${nth(["Poland", "Defence Ministry of Poland"], n)}/leaning`, { leaning: nth(["neutral", "high"], n) }),
  "another's note": (_, n, ledger) => ledger.record("note", { text: `note ${n}`, about: null }),
  "another's feed": (_, n, ledger) => ledger.record("feed added", { url: `https://example.org/${n}.xml` }),
};

/** Whatever the desk can ask for, as things are. */
async function pathsOf(api: Api): Promise<string[]> {
  const situations = (await ask<{ name: string }[]>(api, "GET", "/api/situations")).body.map(({ name }) => name);
  const [documents, claims] = [(await documentsIn(api)).slice(0, 4), (await claimsIn(api)).slice(0, 3)];
  return [
    "/api/situations", "/api/situations/suggestions", "/api/documents", "/api/claims", "/api/claims?review=unreviewed", "/api/claims?force=Russia&place=Belarus", "/api/statements", "/api/entries", "/api/sources", "/api/about",
    "/api/search?q=soldiers", "/api/search?q=Outlet", "/api/statements?asKnown=2023-11-01",
    ...situations.flatMap((name) => ["", "/brief", "/chart?width=600", "/brief?asKnown=2023-11-01"].map((part) => `/api/situations/${name}${part}`)), ...situations.map((name) => `/api/statements?situation=${name}`),
    ...documents.flatMap((sha256) => [`/api/documents/${sha256}`, `/api/documents/${sha256.slice(0, 12)}`, `/api/documents/${sha256}/mentions`]),
    ...claims.flatMap((id) => [`/api/claims/${id}`, `/api/claims/${id}/history`, `/api/statements/${id}`]),
  ];
}

const told = async (api: Api, path: string): Promise<unknown> => {
  const { status, body } = await ask(api, "GET", path);
  return { path, status, body };
};

it("an answer that is kept is the one that a server would give that has kept nothing, whatever was written", () =>
  fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.nat(60)), { minLength: 4, maxLength: 8 }), async (acts) => {
    await withServer(async (api, { store, signer }) => {
      const another = new Ledger(store, "another process");
      for (const [name, n] of [["add", 0], ["add", 10], ["define", 0], ...acts] as const) {
        await ACTS[name]?.(api, n, another);
        const fresh = await createServer({ store, signer, actor: "Ada", token: null, version: "0.0.0", keepsAnswers: false, report: (error) => { throw error; } });
        for (const path of await pathsOf(fresh)) expect({ after: name, ...(await told(api, path) as object) }).toEqual({ after: name, ...(await told(fresh, path) as object) });
        await fresh.close();
      }
    });
  }), { numRuns: 8 }));
