import { generateKeyPairSync, sign } from "node:crypto";
import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSigner, keyPath, loadSigner } from "../../src/ledger/key-file.ts";
import { fingerprintOf, formatVerifier, isSignedBy, parseCheckpoint, parseVerifier, signCheckpoint, verifierOf } from "../../src/ledger/signed-note.ts";
import { temporaryFolder } from "../cli/run.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => void (folder = await temporaryFolder()));
afterAll(() => folder.remove());
const at = (name: string) => join(folder.path, name);

const HEAD = { origin: "muster/0123456789abcdef", size: 15_368_405, root: new Uint8Array(Buffer.from("31JQUq8EyQx5lpqtKRqryJzA+77WD2xmTyuB4uIlXeE=", "base64")) };

// The example of https://pkg.go.dev/golang.org/x/mod/sumdb/note, which C2SP's signed notes are the description of.
const GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

describe("a signed checkpoint", () => {
  it("is written as C2SP asks: origin, size and root, an empty line, and a signature", () => {
    const signer = createSigner(at("format.pem"));
    const note = signCheckpoint(HEAD, signer);
    expect(note).toMatch(/^muster\/0123456789abcdef\n15368405\n31JQUq8EyQx5lpqtKRqryJzA\+77WD2xmTyuB4uIlXeE=\n\n— muster-[0-9a-f]{16} [A-Za-z0-9+/]{91}=\n$/);
    expect(parseCheckpoint(note)).toMatchObject(HEAD);
    expect(isSignedBy(parseCheckpoint(note), signer)).toBe(true);
    expect(fingerprintOf(signer)).toMatch(new RegExp(`^${signer.name.slice(7)}`));
  });

  it("is not signed by another key, under another name, or with anything else in it", () => {
    const [signer, other] = [createSigner(at("a.pem")), createSigner(at("b.pem"))];
    const note = signCheckpoint(HEAD, signer);
    expect(isSignedBy(parseCheckpoint(note), other)).toBe(false);
    expect(isSignedBy(parseCheckpoint(note), { ...signer, name: "other" })).toBe(false);
    expect(isSignedBy(parseCheckpoint(note.replace("15368405", "15368406")), signer)).toBe(false);
    expect(isSignedBy(parseCheckpoint(note.replace("muster/0", "muster/1")), signer)).toBe(false);
    expect(isSignedBy(parseCheckpoint(note.replace("\n\n", "\nmore\n\n")), signer)).toBe(false);
  });

  it("may carry signatures of others, and lines of others", () => {
    const [signer, other] = [createSigner(at("c.pem")), createSigner(at("d.pem"))];
    const note = signCheckpoint(HEAD, signer) + signCheckpoint(HEAD, other).split("\n\n")[1];
    expect([isSignedBy(parseCheckpoint(note), signer), isSignedBy(parseCheckpoint(note), other)]).toEqual([true, true]);
  });

  it.each(["", "a\n1\nAAAA\n\n— b AAAAAAAA\n", "a\n01\n31JQUq8EyQx5lpqtKRqryJzA+77WD2xmTyuB4uIlXeE=\n\n— b AAAAAAAA\n", "a\n1\n31JQUq8EyQx5lpqtKRqryJzA+77WD2xmTyuB4uIlXeE=\n", "a\n-1\n31JQUq8EyQx5lpqtKRqryJzA+77WD2xmTyuB4uIlXeE=\n\n— b AAAAAAAA\n", "a\n1\n31JQUq8EyQx5lpqtKRqryJzA+77WD2xmTyuB4uIlXeE=\n\n- b AAAAAAAA\n", "x".repeat(20_000)])(
    "is not read from %j", (text) => {
      expect(() => parseCheckpoint(text)).toThrow(expect.objectContaining({ code: "BAD_CHECKPOINT" }));
    },
  );
});

describe("a key as C2SP writes it", () => {
  it("is read and written the same", () => {
    expect(formatVerifier(parseVerifier(GO_KEY))).toBe(GO_KEY);
  });

  it("believes a note that was signed step by step as the specification says", () => {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const raw = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
    const verifier = verifierOf(new Uint8Array(raw));
    const text = "origin\n1\n31JQUq8EyQx5lpqtKRqryJzA+77WD2xmTyuB4uIlXeE=\n";
    const id = Buffer.from(formatVerifier(verifier).split("+")[1] ?? "", "hex");
    const note = `${text}\n— ${verifier.name} ${Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString("base64")}\n`;
    expect(isSignedBy(parseCheckpoint(note), verifier)).toBe(true);
  });

  it.each(["", "a+b", GO_KEY.replace("c74f20a3", "c74f20a4"), GO_KEY.replace("+AR", "+Ag"), `${GO_KEY} `])("is not read from %j", (text) => {
    expect(() => parseVerifier(text)).toThrow(expect.objectContaining({ code: "BAD_KEY" }));
  });
});

describe("the key file", () => {
  it("can be read by its owner alone, and is the same key the next time", () => {
    const path = at("new/folder/key.pem");
    const made = createSigner(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(loadSigner(path)).toMatchObject({ name: made.name });
    expect(fingerprintOf(createSigner(path))).toBe(fingerprintOf(made));
    expect(readFileSync(path, "utf8")).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  });

  it("lies where MUSTER_KEY says, or under the user's configuration", () => {
    expect(keyPath({ MUSTER_KEY: "/k.pem", XDG_CONFIG_HOME: "/c" })).toBe("/k.pem");
    expect(keyPath({ XDG_CONFIG_HOME: "/c" })).toBe("/c/muster/keys/ledger.pem");
    expect(keyPath({})).toMatch(/\/\.config\/muster\/keys\/ledger\.pem$/);
  });

  it("is refused where others can read it, or where it is none", (context) => {
    writeFileSync(at("junk.pem"), "junk", { mode: 0o600 });
    expect(() => loadSigner(at("junk.pem"))).toThrow(/is no Ed25519 private key/);
    writeFileSync(at("rsa.pem"), generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "pem", type: "pkcs8" }), { mode: 0o600 });
    expect(() => loadSigner(at("rsa.pem"))).toThrow(/is no Ed25519 private key/);
    expect(loadSigner(at("none.pem"))).toBeNull();
    expect(() => createSigner(join(at("junk.pem"), "under", "a-file"))).toThrow(/cannot be written .*; name another place by MUSTER_KEY/);
    if (process.platform === "win32") return context.skip("Windows has no such modes");
    createSigner(at("open.pem"));
    chmodSync(at("open.pem"), 0o644);
    expect(() => loadSigner(at("open.pem"))).toThrow(/others can read this key; run: chmod 600/);
  });
});
