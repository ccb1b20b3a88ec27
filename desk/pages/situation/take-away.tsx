import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { addressOf } from "../../api/client.ts";
import type { When } from "../../api/queries.ts";
import { Button } from "../../parts/button.tsx";
import styles from "./take-away.module.css";

/** What can be taken from a situation: the picture, the page, the data. */
export function TakeAway({ name, when: { asOf, asKnown } }: { name: string; when: When }) {
  const about = { path: { name }, query: { asOf, asKnown } };
  const files = [
    [addressOf("GET /api/situations/{name}/chart.svg", about), "Chart (SVG)", `${name}.svg`],
    [addressOf("GET /api/situations/{name}/brief.html", about), "Brief (HTML)", `${name}.html`],
    [addressOf("GET /api/situations/{name}/brief.md", about), "Brief (Markdown)", `${name}.md`],
    [addressOf("GET /api/situations/{name}/brief", about), "Brief and estimate (JSON)", `${name}.json`],
    [addressOf("GET /api/export/{format}", { path: { format: "csv" }, query: { asKnown } }), "All claims (CSV)", "claims.csv"],
    [addressOf("GET /api/export/{format}", { path: { format: "jsonl" }, query: { asKnown } }), "All claims (JSON Lines)", "claims.jsonl"],
  ] as const;
  return (
    <MenuTrigger>
      <Button>Export</Button>
      <Popover placement="bottom end" className={styles["popover"] ?? ""}>
        <Menu className={styles["menu"] ?? ""} aria-label="Export">
          {files.map(([href, label, file]) => <MenuItem key={href} href={href} download={file} routerOptions={undefined} className={styles["item"] ?? ""}>{label}</MenuItem>)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
