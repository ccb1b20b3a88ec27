import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type DragEvent, type FormEvent } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { ask, giveFiles } from "../../api/client.ts";
import type { Taken } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { Failed } from "../../parts/states.tsx";
import { plural } from "../../parts/words/numbers.ts";
import styles from "./intake-box.module.css";

interface Article {
  text: string;
  published: string;
  outlet: string;
}
const BLANK: Article = { text: "", published: "", outlet: "" };

/** A first line that looks like a headline, by which the document is then listed. It stays in the text. */
function headlineOf(text: string): { title?: string } {
  const [first = "", ...rest] = text.trim().split("\n");
  return rest.length > 0 && first.trim().length <= LONGEST_HEADLINE ? { title: first.trim() } : {};
}
const LONGEST_HEADLINE = 200;

const give = async ({ text, published, outlet }: Article): Promise<Taken[]> =>
  [await ask("POST /api/documents", { body: { text, ...headlineOf(text), ...(published === "" ? {} : { published }), ...(outlet === "" ? {} : { outlet }) } })];

/** Where reports come in: pasted, dropped or chosen. */
export function IntakeBox() {
  const [article, setArticle] = useState(BLANK);
  const intake = useMutation({ mutationFn: (given: Article | readonly File[]) => ("text" in given ? give(given) : giveFiles(given)), onSuccess: (_, given) => "text" in given && setArticle(BLANK) });
  const set = (change: Partial<Article>): void => setArticle((known) => ({ ...known, ...change }));
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) intake.mutate(files);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (article.text.trim() !== "") intake.mutate(article);
  };
  return (
    // Dropping is a short cut for the mouse; the button below does the same for everyone.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles["box"]} data-drop-target={isOver || undefined} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      <form onSubmit={submit}>
        <h2>Add reports</h2>
        <label>
          <span className="hidden-text">The article</span>
          <textarea value={article.text} rows={7} placeholder="Paste an article, headline first." onChange={({ target }) => set({ text: target.value })} />
        </label>
        <div className={styles["details"]}>
          <label><span>Published</span><input type="date" value={article.published} onChange={({ target }) => set({ published: target.value })} /></label>
          <label><span>Outlet</span><input value={article.outlet} maxLength={200} autoComplete="off" onChange={({ target }) => set({ outlet: target.value })} /></label>
        </div>
        <div className={styles["actions"]}>
          <Button type="submit" look="main" isDisabled={article.text.trim() === "" || intake.isPending}>{intake.isPending ? "Reading…" : "Read it"}</Button>
          <FileTrigger allowsMultiple onSelect={(files) => files !== null && files.length > 0 && intake.mutate([...files])}><Button isDisabled={intake.isPending}>Choose files</Button></FileTrigger>
        </div>
        <p className={styles["hint"]}>Or drop files here: web pages, text, Markdown, JSON Lines. The day of publication is what “on Tuesday” counts from.</p>
      </form>
      {intake.error === null ? null : <Failed error={intake.error} />}
      {intake.data === undefined ? null : <Results taken={intake.data} />}
    </div>
  );
}

const Results = ({ taken }: { taken: readonly Taken[] }) => (
  <ul className={styles["results"]} role="status">
    {taken.map((one, i) => (
      <li key={`${i} ${one.name}`} data-outcome={one.outcome}>
        {one.sha256 === null ? <><strong>{one.name}</strong> {one.why}</> : <><Link to="/documents/$sha256" params={{ sha256: one.sha256 }}>{one.name.slice(0, 80)}</Link> {one.outcome === "known" ? "is known already" : plural(one.claims, "claim")}</>}
      </li>
    ))}
  </ul>
);
