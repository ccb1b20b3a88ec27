import { describe, expect, it } from "vitest";
import { clientText } from "../../scripts/client/write-types.ts";
import { openApi } from "../../scripts/write-client.ts";
import { read } from "./sources.ts";

describe("the desk's client", () => {
  it("knows the API as it is; `npm run client` writes it anew", async () => {
    expect(read("desk/api/schema.ts")).toBe(clientText(await openApi()));
  });

  it.each([
    [{ type: "array", items: { anyOf: [{ type: "string" }, { type: "null" }] } }, "(string | null)[]"],
    [{ type: "object", properties: { a: { type: "integer" } }, required: [] }, "{\n      a?: number;\n    }"],
    [{ type: "string", enum: ["a", "b"] }, '"a" | "b"'],
    [{ type: "array", prefixItems: [{ type: "string" }, { const: 50 }] }, "[string, 50]"],
  ])("writes %j as %s", (schema, type) => {
    const text = clientText({ paths: { "/a": { get: { responses: { 200: { content: { "application/json": { schema } } } } } } } });
    expect(text).toContain(`result: ${type};`);
  });

  it("refuses two schemas that differ under one title", () => {
    const answer = (schema: object) => ({ get: { responses: { 200: { content: { "application/json": { schema: { title: "Same", ...schema } } } } } } });
    expect(() => clientText({ paths: { "/a": answer({ type: "string" }), "/b": answer({ type: "number" }) } })).toThrow(/called Same/);
  });
});
