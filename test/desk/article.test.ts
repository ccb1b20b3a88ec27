import { expect, it } from "vitest";
import { addressesIn, headlineOf } from "../../desk/pages/situations/article.ts";

it.each<[string, string[] | null]>([
  ["https://example.org/news/1", ["https://example.org/news/1"]],
  ["  http://example.org/a\nHTTPS://example.org/b\r\nhttp://example.org/a ", ["http://example.org/a", "HTTPS://example.org/b"]],
  ["See https://example.org/news/1", null],
  ["https://example.org says that 1,000 soldiers left", null],
  ["ftp://example.org/a", null],
  ["https://", null],
  ["javascript:alert(1)", null],
  ["", null],
])("addresses alone are fetched, and anything else is an article: %j", (text, expected) => expect(addressesIn(text)).toEqual(expected));

it.each<[string, string | undefined]>([
  ["Few are left\n\nAbout 1,000 soldiers remain.", "Few are left"], ["About 1,000 soldiers remain.", undefined], [`${"a".repeat(300)}\nb`, undefined],
])("a first line is a headline where more follows: %j", (text, expected) => expect(headlineOf(text).title).toBe(expected));
