import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { LedgerError } from "./error.ts";
import { verifierOf, type Signer } from "./signed-note.ts";

const OWNER_ONLY = 0o600;

/**
 * Where the signing key lies: `MUSTER_KEY`, or under the user's configuration (XDG Base Directory). Outside of any ledger, so that
 * a copy of a ledger is never a copy of its key.
 */
export function keyPath(env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (env["MUSTER_KEY"]) return env["MUSTER_KEY"];
  return join(env["XDG_CONFIG_HOME"] || join(homedir(), ".config"), "muster", "keys", "ledger.pem");
}

/** The signer that a key file holds, or null where there is no file. @throws LedgerError BAD_KEY */
export function loadSigner(path: string): Signer | null {
  if (!existsSync(path)) return null;
  // Windows knows no such modes.
  if (process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0) {
    throw new LedgerError("BAD_KEY", `${path}: others can read this key; run: chmod 600 ${path}`);
  }
  try {
    const privateKey = createPrivateKey(readFileSync(path));
    if (privateKey.asymmetricKeyType !== "ed25519") throw new TypeError(`it is for ${privateKey.asymmetricKeyType}`);
    const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
    return { ...verifierOf(new Uint8Array(Buffer.from(x, "base64url"))), privateKey };
  } catch (error) {
    throw new LedgerError("BAD_KEY", `${path}: is no Ed25519 private key (PEM, PKCS #8); put the key back, or name another by MUSTER_KEY`, { cause: error });
  }
}

/**
 * Makes a key file, mode 0600, and keeps one that another process made meanwhile.
 *
 * @throws LedgerError BAD_KEY where it cannot be written
 */
export function createSigner(path: string): Signer {
  const pem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" });
  try {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Linked into place whole, so that nobody finds half a key.
    const draft = mkdtempSync(join(folder, ".new-"));
    try {
      writeFileSync(join(draft, "key"), pem, { mode: OWNER_ONLY });
      chmodSync(join(draft, "key"), OWNER_ONLY);
      linkSync(join(draft, "key"), path);
    } finally {
      rmSync(draft, { recursive: true });
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      throw new LedgerError("BAD_KEY", `${path}: the signing key cannot be written (${(error as Error).message}); name another place by MUSTER_KEY`, { cause: error });
    }
  }
  const signer = loadSigner(path);
  if (signer === null) throw new LedgerError("BAD_KEY", `${path}: the signing key was removed meanwhile; try again`);
  return signer;
}
