import { readFileSync } from "node:fs";

/** One article of general-news.md. */
export interface Article {
  part: string;
  category: string;
  title: string;
  text: string;
  /** The reader is known to claim something from it: the title begins with a question mark. */
  gap: boolean;
}

/** The articles of general-news.md: `#` begins a part, `##` a category, `###` an article. */
export function generalNews(): Article[] {
  const articles: Article[] = [];
  let [part, category] = ["", ""];
  for (const block of readFileSync(new URL("general-news.md", import.meta.url), "utf8").split(/^(?=#{1,3} )/m)) {
    const [, level = "", heading = "", body = ""] = /^(#{1,3}) (.+)\n([^]*)$/.exec(block) ?? [];
    if (level === "#") part = heading;
    else if (level === "##") category = heading;
    else if (level === "###") articles.push({ part, category, title: heading.replace(/^\? /, ""), text: body.trim(), gap: heading.startsWith("? ") });
  }
  return articles;
}
