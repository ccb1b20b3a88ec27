import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/ledger/canonical.ts";
import type { LedgerError } from "../../src/ledger/error.ts";

describe("canonical JSON", () => {
  // RFC 8785: the examples of 3.2.2, 3.2.3 and numbers of appendix B.
  it.each<[unknown, string]>([
    [{ numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27], string: "\u20ac$\u000f\nA'\u0042\u0022\u005c\\\"/", literals: [null, true, false] },
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'],
    [{ "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 }, '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}'],
    [[0, -0, 5e-324, 1.7976931348623157e308, 9007199254740992, 295147905179352830000, 1e21, 1e23], "[0,0,5e-324,1.7976931348623157e+308,9007199254740992,295147905179352830000,1e+21,1e+23]"],
    [{ "10": 1, "9": 2, b: undefined }, '{"10":1,"9":2}'],
    ["a backslash: \\u0000 \\ud800", '"a backslash: \\\\u0000 \\\\ud800"'],
  ])("spells %j as RFC 8785 does", (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it("spells any value as the package canonicalize does, and the same read back", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "grapheme" }), (value) => {
        const json = canonicalJson(value);
        expect(json).toBe(canonicalize(value));
        expect(canonicalJson(JSON.parse(json))).toBe(json);
      }),
      { numRuns: 500 },
    );
  });

  it("spells a long text as JSON does, whatever is in it, or refuses it", () => {
    const long = fc.tuple(fc.string({ minLength: 50 }), fc.string({ unit: "binary", maxLength: 3 }), fc.constantFrom("", '"', "\\", "\n", "\u0080", "\u2028", "😀", "\ud83d", "\u0000"));
    fc.assert(fc.property(long, (parts) => {
      const text = parts.join("");
      const spelt = ((): unknown => {
        try {
          return canonicalJson([text]);
        } catch (error) {
          return (error as LedgerError).code;
        }
      })();
      expect(spelt).toBe(text.isWellFormed() && !text.includes("\u0000") ? JSON.stringify([text]) : "BAD_TEXT");
    }));
  });

  it.each([NaN, Infinity, -Infinity, "\ud800", "a\udc00b", { "\ud800": 1 }, "\u0000", { "\u0000": 1 }, [["x", { deep: "\u0000" }]]])("refuses %j, which cannot be kept", (value) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: "BAD_TEXT" }));
  });

  it("does not take keys that hold U+0000 for keys that it has met", () => {
    expect(() => canonicalJson({ "a\u0000b": 1 })).toThrow(expect.objectContaining({ code: "BAD_TEXT" }));
    expect(canonicalJson({ b: 2, a: 1 })).toBe('{"a":1,"b":2}');
    expect(canonicalJson({ a: 1, b: 2 })).toBe('{"a":1,"b":2}');
    expect(() => canonicalJson({ "a\u0000b": 1 })).toThrow(expect.objectContaining({ code: "BAD_TEXT" }));
  });
});
