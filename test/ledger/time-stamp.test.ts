import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { requestTimeStamp } from "../../src/ledger/time-stamp.ts";
import { temporaryFolder } from "../cli/run.ts";

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
const DATA = Buffer.from("muster/0123456789abcdef\n7\nroot\n");

// A time-stamping authority of our own: `openssl ts` behind HTTP.
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Server;
let url: string;
let answer: (query: string) => Buffer | number;

const at = (name: string) => join(folder.path, name);
const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder.path, stdio: ["ignore", "pipe", "pipe"] });

const CONFIG = `
[req]
distinguished_name = dn
prompt = no
[dn]
CN = Test authority
[tsa_ext]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[tsa]
default_tsa = tsa1
[tsa1]
serial = serial
crypto_device = builtin
signer_cert = cert.pem
signer_key = key.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;

function stamped(query: string): Buffer {
  openssl("ts", "-reply", "-config", "tsa.cnf", "-section", "tsa1", "-queryfile", query, "-out", "reply.tsr");
  return readFileSync(at("reply.tsr"));
}

beforeAll(async () => {
  folder = await temporaryFolder();
  if (hasOpenssl) {
    writeFileSync(at("tsa.cnf"), CONFIG);
    writeFileSync(at("serial"), "01\n");
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "30", "-config", "tsa.cnf", "-extensions", "tsa_ext");
  }
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part)).on("end", () => {
      writeFileSync(at("query.tsq"), Buffer.concat(parts));
      const given = answer("query.tsq");
      if (typeof given === "number") response.writeHead(given).end();
      else response.writeHead(200, { "content-type": "application/timestamp-reply" }).end(given);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
beforeEach(() => void (answer = stamped));
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await folder.remove();
});

describe("a time stamp from an authority", () => {
  it("is for the data, and openssl agrees", async (context) => {
    if (!hasOpenssl) return context.skip("there is no openssl here");
    const { token, time } = await requestTimeStamp(url, DATA);
    expect(Math.abs(Date.parse(time) - Date.now())).toBeLessThan(60_000);
    writeFileSync(at("answer.tsr"), token);
    writeFileSync(at("data"), DATA);
    const verified = spawnSync("openssl", ["ts", "-verify", "-data", "data", "-in", "answer.tsr", "-CAfile", "cert.pem"], { cwd: folder.path, encoding: "utf8" });
    expect([verified.status, verified.stdout.trim()]).toEqual([0, expect.stringContaining("Verification: OK")]);
  });

  it("is refused when it is for other data, another request, or altered", async (context) => {
    if (!hasOpenssl) return context.skip("there is no openssl here");
    const { token: old } = await requestTimeStamp(url, DATA);
    answer = () => Buffer.from(old);
    await expect(requestTimeStamp(url, DATA)).rejects.toThrow(/answered another request/);
    await expect(requestTimeStamp(url, Buffer.from("other"))).rejects.toThrow(/stamped something else/);
    answer = (query) => {
      const bytes = stamped(query);
      bytes[bytes.length - 5] = (bytes[bytes.length - 5] as number) ^ 1;
      return bytes;
    };
    await expect(requestTimeStamp(url, DATA)).rejects.toThrow(/signature that does not hold|no time stamp/);
  });

  it.each<[string, () => Buffer | number, RegExp]>([
    ["an error", () => 503, /answered 503/],
    ["nonsense", () => Buffer.from("<html>"), /no time stamp/],
    ["nothing", () => Buffer.alloc(0), /no time stamp/],
    ["endless bytes", () => Buffer.alloc(300_000), /sends more than an answer should have/],
  ])("is refused in one line when the answer is %s", async (_, given, message) => {
    answer = given;
    await expect(requestTimeStamp(url, DATA)).rejects.toMatchObject({ code: "BAD_TIMESTAMP", message: expect.stringMatching(message) });
  });

  it("needs an address that is one, and someone there", async () => {
    await expect(requestTimeStamp("ftp://example.org", DATA)).rejects.toThrow(/--tsa is no web address/);
    await expect(requestTimeStamp("http://127.0.0.1:1/", DATA)).rejects.toThrow(/cannot be reached/);
  });
});
