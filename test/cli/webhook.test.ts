import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deliver, parseSecret, signedHeaders, type Receiver } from "../../src/cli/webhook.ts";
import { hookServer, type HookServer } from "./hook-server.ts";

// The example of the Standard Webhooks specification's reference libraries.
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const MESSAGE = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}' };

describe("a webhook's signature", () => {
  it("is that of Standard Webhooks", () => {
    expect(signedHeaders(MESSAGE, parseSecret(SECRET, "secret"), 1614265330)).toMatchObject({
      "webhook-id": MESSAGE.id, "webhook-timestamp": "1614265330", "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  it.each(["", "whsec_", "whsec_c2hvcnQ=", `whsec_${"A".repeat(100)}`, "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_not base64!"])("asks for a secret that is one: %j", (text) => {
    // And does not repeat what it was given.
    expect(() => parseSecret(text, "MUSTER_WEBHOOK_SECRET")).toThrow(/^MUSTER_WEBHOOK_SECRET is no webhook secret; give whsec_ and 24 to 64 bytes in base64, as: echo "whsec_\$\(openssl rand -base64 32\)"$/);
  });
});

describe("a delivery", () => {
  let hook: HookServer;
  const failures: [string, number | null][] = [];
  const receiver = (more: Partial<Receiver> = {}): Receiver => ({
    url: hook.url, key: parseSecret(SECRET, "secret"), attempts: 4, firstWaitMs: 1, signal: new AbortController().signal, onFailure: (why, wait) => void failures.push([why, wait]), ...more,
  });
  beforeEach(async () => {
    hook = await hookServer();
    failures.length = 0;
  });
  afterEach(() => hook.close());

  it("sends what was signed, to be checked by whoever has the secret", async () => {
    expect(await deliver(MESSAGE, receiver())).toBe("delivered");
    const [{ headers, body } = { headers: {}, body: "" }] = hook.received;
    expect(body).toBe(MESSAGE.body);
    const signed = createHmac("sha256", Buffer.from(SECRET.slice(6), "base64")).update(`${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`).digest("base64");
    expect(headers).toMatchObject({ "webhook-signature": `v1,${signed}`, "content-type": "application/json" });
    expect(Math.abs(Number(headers["webhook-timestamp"]) - Date.now() / 1000)).toBeLessThan(60);
  });

  it("is tried again under the same id, waiting longer each time, until it is taken", async () => {
    hook.answer = (n) => [[500], null, [429], [200]][n] as [number] | null;
    expect(await deliver(MESSAGE, receiver())).toBe("delivered");
    expect(hook.received.map(({ headers }) => headers["webhook-id"])).toEqual(Array(4).fill(MESSAGE.id));
    expect(failures.map(([, wait]) => wait)).toEqual([1, 2, 4]);
    expect(failures.map(([why]) => why)).toEqual(["answered 500", expect.stringMatching(/^cannot be reached \(/), "answered 429"]);
  });

  it("waits as long as the receiver asks for", async () => {
    hook.answer = (n) => (n === 0 ? [503, { "retry-after": "1" }] : [200]);
    expect(await deliver(MESSAGE, receiver())).toBe("delivered");
    expect(failures).toEqual([["answered 503", 1000]]);
  });

  it("gives up after so many attempts, and at once where nothing more is wanted", async () => {
    hook.answer = () => [500];
    expect(await deliver(MESSAGE, receiver({ attempts: 2 }))).toBe("failed");
    expect(failures.at(-1)).toEqual(["answered 500", null]);
    hook.answer = () => [410];
    expect(await deliver(MESSAGE, receiver())).toBe("gone");
    expect(hook.received).toHaveLength(3);
  });

  it("is carried nowhere else by a redirection", async () => {
    const other = await hookServer();
    hook.answer = () => [307, { location: other.url }];
    expect(await deliver(MESSAGE, receiver({ attempts: 1 }))).toBe("failed");
    expect(other.received).toEqual([]);
    await other.close();
  });

  it("ends between two attempts when it is interrupted", async () => {
    hook.answer = () => [500];
    const controller = new AbortController();
    expect(await deliver(MESSAGE, receiver({ signal: controller.signal, firstWaitMs: 600_000, onFailure: () => controller.abort() }))).toBe("interrupted");
    expect(hook.received).toHaveLength(1);
  });
});
