import { useState, useSyncExternalStore } from "react";
import { actorName, setActorName } from "../../api/actor.ts";
import { liveState, onLive } from "../../api/live.ts";
import { formatCount } from "../words/numbers.ts";
import { applyTheme, theme, THEMES, type Theme } from "../theme.ts";
import styles from "./status.module.css";

/** Whether the server is there, in whose name one works, and light or dark. */
export function Status() {
  return (
    <div className={styles["status"]}>
      <Connection />
      <Actor />
      <ThemeChoice />
    </div>
  );
}

function Connection() {
  const { isConnected, size } = useSyncExternalStore(onLive, liveState);
  const words = isConnected ? (size === null ? "Live" : `Live · ${formatCount(size)} entries`) : "Not connected; trying again";
  return <p className={styles["connection"]} data-connected={isConnected} role="status">{words}</p>;
}

function Actor() {
  const [name, setName] = useState(actorName);
  return (
    <label className={styles["actor"]}>
      <span>Your name</span>
      <input value={name} placeholder="as the server has it" maxLength={100} autoComplete="off" onChange={({ target }) => setName(target.value)} onBlur={() => setActorName(name)} />
    </label>
  );
}

const LABELS: Record<Theme, string> = { system: "Auto", light: "Light", dark: "Dark" };

function ThemeChoice() {
  const [chosen, setChosen] = useState(theme);
  const choose = (next: Theme): void => {
    applyTheme(next);
    setChosen(next);
  };
  return (
    <fieldset className={styles["themes"]}>
      <legend className="hidden-text">Colours</legend>
      {THEMES.map((one) => (
        <label key={one} data-chosen={one === chosen}>
          <input type="radio" name="theme" className="hidden-text" checked={one === chosen} onChange={() => choose(one)} />{LABELS[one]}
        </label>
      ))}
    </fieldset>
  );
}
