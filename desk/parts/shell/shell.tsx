import { Link, Outlet } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { situationsQuery } from "../../api/queries.ts";
import { OpenPalette } from "../palette/open-palette.tsx";
import { Status } from "./status.tsx";
import styles from "./shell.module.css";

const PLACES = [
  { to: "/", label: "Situations", exact: true },
  { to: "/documents", label: "Documents", exact: false },
  { to: "/statements", label: "Statements", exact: false },
  { to: "/ledger", label: "Ledger", exact: false },
] as const;

/** What stands around every page: where one can go, whose ledger it is, and in whose name one works. */
export const Shell = () => (
  <div className={styles["shell"]}>
    <a className={styles["skip"]} href="#main">Skip to the page</a>
    <header className={styles["side"]}>
      <Link to="/" className={styles["brand"] ?? ""}><Mark />Muster</Link>
      <OpenPalette className={styles["palette"]} />
      <nav className={styles["nav"]} aria-label="Desk">
        {PLACES.map(({ to, label, exact }) => (
          <Link key={to} to={to} activeOptions={{ exact }} className={styles["place"] ?? ""} activeProps={{ "aria-current": "page" }}>{label}</Link>
        ))}
      </nav>
      <Watched />
      <Status />
    </header>
    <main id="main" className={styles["main"]}><Outlet /></main>
  </div>
);

const Mark = () => (
  <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="var(--accent)" />
    <path d="M7 21c4 0 5-10 9-10s5 7 9 7" fill="none" stroke="var(--accent-ink)" strokeWidth="2.5" strokeLinecap="round" />
    <circle cx="16" cy="11" r="2.6" fill="var(--accent-ink)" />
  </svg>
);

/** The situations that are watched, one click away from everywhere. */
function Watched() {
  const { data = [] } = useQuery(situationsQuery());
  if (data.length === 0) return null;
  return (
    <nav className={styles["watched"]} aria-labelledby="watched">
      <h2 id="watched">Watched</h2>
      <ul>
        {data.slice(0, 12).map(({ name, force, place }) => (
          <li key={name}><Link to="/situations/$name" params={{ name }} className={styles["place"] ?? ""} activeProps={{ "aria-current": "page" }}>{force} <span>in {place}</span></Link></li>
        ))}
      </ul>
    </nav>
  );
}
