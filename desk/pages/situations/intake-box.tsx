import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type DragEvent, type FormEvent } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { ask, giveFiles, ProblemError } from "../../api/client.ts";
import type { Taken } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { Failed } from "../../parts/states.tsx";
import { plural } from "../../parts/words/numbers.ts";
import { addressesIn, BLANK, headlineOf, type Article } from "./article.ts";
import styles from "./intake-box.module.css";

async function give({ text, published, outlet }: Article): Promise<Taken[]> {
  const known = { ...(published === "" ? {} : { published }), ...(outlet === "" ? {} : { outlet }) };
  const addresses = addressesIn(text);
  if (addresses === null) return [await ask("POST /api/documents", { body: { text, ...headlineOf(text), ...known } })];
  if (addresses.length === 1) return [await fetchReport(addresses[0] ?? "", known)];
  // One that cannot be had does not keep the others from coming in.
  return Promise.all(addresses.map((url) => fetchReport(url, known).catch((error: unknown) => refused(url, error))));
}

const fetchReport = (url: string, known: Partial<Omit<Article, "text">>): Promise<Taken> => ask("POST /api/documents/addresses", { body: { url, ...known } });

function refused(name: string, error: unknown): Taken {
  if (!(error instanceof ProblemError)) throw error;
  return { name, outcome: "refused", sha256: null, claims: 0, entry: null, why: error.message.startsWith(name) ? error.message.slice(name.length + 1) : error.message };
}

/** Where reports come in: pasted, dropped or chosen. */
export function IntakeBox() {
  const [article, setArticle] = useState(BLANK);
  const intake = useMutation({
    mutationFn: (given: Article | readonly File[]) => ("text" in given ? give(given) : giveFiles(given)),
    // What was typed while it was read stays.
    onSuccess: (_, given) => "text" in given && setArticle((now) => (now === given ? BLANK : now)),
  });
  const set = (change: Partial<Article>): void => setArticle((known) => ({ ...known, ...change }));
  const [isOver, setOver] = useState(false);
  const addresses = article.text.trim() === "" ? null : addressesIn(article.text);
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.some((type) => type === "Files" || type === "text/uri-list")) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    const links = addressesIn(event.dataTransfer.getData("text/uri-list").replaceAll(/^#.*$/gm, ""));
    if (files.length > 0) intake.mutate(files);
    else if (links !== null) intake.mutate({ ...BLANK, text: links.join("\n") });
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
          <textarea value={article.text} rows={7} placeholder="Paste an article, headline first, or its address: https://…" onChange={({ target }) => set({ text: target.value })} />
        </label>
        <div className={styles["details"]}>
          <label><span>Published</span><input type="date" value={article.published} onChange={({ target }) => set({ published: target.value })} /></label>
          <label><span>Outlet</span><input value={article.outlet} maxLength={200} autoComplete="off" onChange={({ target }) => set({ outlet: target.value })} /></label>
        </div>
        <div className={styles["actions"]}>
          <Button type="submit" look="main" isDisabled={article.text.trim() === "" || intake.isPending}>{labelOf(intake.isPending, addresses)}</Button>
          <FileTrigger allowsMultiple onSelect={(files) => files !== null && files.length > 0 && intake.mutate([...files])}><Button isDisabled={intake.isPending}>Choose files</Button></FileTrigger>
        </div>
        <p className={styles["hint"]}>
          {addresses === null
            ? "Or drop files here: web pages, PDF, DOCX, text, mail, archives. The day of publication is what “on Tuesday” counts from."
            : "Fetched from the web by the rules of its site, and kept with the moment. Day and outlet are taken from the page where it names them."}
        </p>
      </form>
      {intake.error === null ? null : <Failed error={intake.error} />}
      {intake.data === undefined ? null : <Results taken={intake.data} />}
    </div>
  );
}

function labelOf(isPending: boolean, addresses: readonly string[] | null): string {
  if (addresses === null) return isPending ? "Reading…" : "Read it";
  return isPending ? "Fetching…" : addresses.length === 1 ? "Fetch and read it" : `Fetch and read ${addresses.length}`;
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
