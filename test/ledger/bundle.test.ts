import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { byteLines } from "../../src/intake/lines.ts";
import { bundleLines, MAX_BUNDLE_LINE } from "../../src/ledger/bundle.ts";
import { createSigner } from "../../src/ledger/key-file.ts";
import { sha256Hex } from "../../src/ledger/sha256.ts";
import { fingerprintOf, signCheckpoint, type Signer } from "../../src/ledger/signed-note.ts";
import { verifyBundle, type BundleVerdict } from "../../src/ledger/verify-bundle.ts";
import { temporaryFolder } from "../cli/run.ts";
import { all, firstClaim, report, withLedger } from "./desk.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let signer: Signer;
let [full, open]: [string[], string[]] = [[], []];

const PAGE = "Around 2,000 soldiers remain in Arbola.";
const REST = "Words of the page that no claim rests on.";

beforeAll(async () => {
  folder = await temporaryFolder();
  signer = createSigner(join(folder.path, "key.pem"));
  await withLedger(join(folder.path, "desk.db"), async (ledger, store) => {
    const [given, bytes] = [report([PAGE]), Buffer.from(`<p>${PAGE} ${REST}`)];
    await ledger.add([{ ...given, bytes, document: { ...given.document, sha256: sha256Hex(bytes) } }, report(["To be erased."])]);
    await ledger.review(await firstClaim(store), "accept", [], "SECRET-REASON");
    await ledger.record("note", { text: "SECRET-NOTE", about: null });
    await ledger.erase(report(["To be erased."]).document.sha256, "asked to");
    full = await all(bundleLines(store, signer, false, () => {}));
    open = await all(bundleLines(store, signer, true, () => {}));
  });
});
afterAll(() => folder.remove());

async function* chunks(lines: readonly string[]) {
  yield Buffer.from(lines.join(""));
}
const check = (lines: readonly string[], key: string | null = fingerprintOf(signer)): Promise<BundleVerdict> => verifyBundle(byteLines(chunks(lines), MAX_BUNDLE_LINE), key, () => {});

const bytesIn = (lines: readonly string[]) => lines.map((line) => Buffer.from((JSON.parse(line) as { content?: string }).content ?? "", "base64").toString()).join("\n");

describe("a bundle", () => {
  it("holds entries, bytes and proofs, and needs nothing else to be checked", async () => {
    expect(await check(full)).toMatchObject({ size: 7, documents: 1, isPublic: false, isAnchored: true, findings: [] });
    expect(full).toHaveLength(1 + 7 + 2);
    expect(bytesIn(full)).toContain(REST);
  });

  it("is anchored by its key's fingerprint alone", async () => {
    expect(await check(full, null)).toMatchObject({ isAnchored: false });
    expect(await check(full, "0".repeat(64))).toMatchObject({ isAnchored: false });
    const other = createSigner(join(folder.path, "other.pem"));
    const head = JSON.parse(full[0] ?? "") as { checkpoint: string };
    const [, size = "", root = ""] = head.checkpoint.split("\n");
    const forged = signCheckpoint({ origin: "x", size: Number(size), root: Buffer.from(root, "base64") }, other);
    expect((await check([`${JSON.stringify({ ...head, checkpoint: forged })}\n`, ...full.slice(1)])).findings[0]?.what).toMatch(/signature/);
  });

  it("for anyone names nobody, gives no reasons, and carries quotations and no pages", async () => {
    expect(await check(open)).toMatchObject({ size: 7, isPublic: true, isAnchored: true, findings: [] });
    const text = open.join("");
    for (const withheld of ["Ada", "SECRET", REST, "PRIVATE KEY"]) expect(text + bytesIn(open)).not.toContain(withheld);
    expect(text).toContain(PAGE);
    expect(full.join("")).toContain("SECRET-REASON");
  });

  it.each([["whole", () => full], ["public", () => open]] as const)("is found out when anything in it is another: %s", async (_, lines) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (a, b) => {
        const number = a % lines().length;
        const line = lines()[number] ?? "";
        // A character of a value: what changes the line's shape is no bundle any more, which is as good.
        const places = [...line.matchAll(/[0-9a-zA-Z]/g)].map(({ index }) => index);
        const at = places[b % places.length] ?? 0;
        const changed = `${line.slice(0, at)}${line[at] === "e" ? "f" : "e"}${line.slice(at + 1)}`;
        const seen = await check(lines().with(number, changed)).catch((error: unknown) => error as Error);
        expect(seen instanceof Error ? seen.name === "LedgerError" : seen.findings.length > 0 || !seen.isAnchored).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("is found out when a line is missing, doubled or in another place", async () => {
    for (let line = 1; line < open.length; line += 1) {
      expect((await check(open.toSpliced(line, 1))).findings[0]?.seq).toBe(line);
      expect((await check(open.toSpliced(line, 0, open[line] ?? ""))).findings[0]?.seq).toBe(line + 1);
    }
    expect((await check(open.with(1, open[2] ?? "").with(2, open[1] ?? ""))).findings[0]?.seq).toBe(1);
    expect((await check(full.slice(0, -1))).findings.map(({ what }) => what).join()).toMatch(/bytes are missing/);
  });

  it("is refused in one line when it is none", async () => {
    for (const lines of [[], ["\n"], ["{}\n"], ["[1,2\n"], [full[0] ?? "", '{"other":1}\n'], [full[1] ?? ""], ['{"bundle":"muster-bundle/2"}\n']]) {
      await expect(check(lines)).rejects.toMatchObject({ code: "BAD_BUNDLE", message: expect.stringMatching(/; give what "muster export --format bundle" wrote$/) });
    }
  });
});
