import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../api/client.ts";
import { statementQuery } from "../../api/queries.ts";
import type { Carrier, StatementItem, WholeStatement } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { lineOf, sourceOf } from "../../parts/words/claim.ts";
import { wordsOfEdtf } from "../../parts/words/dates.ts";
import { Words } from "../../parts/words/words.tsx";
import { JoinDialog } from "./join-dialog.tsx";
import { Relay } from "./relay.tsx";
import styles from "./statement-detail.module.css";

/** One statement: the original, everyone who carried it and what they changed, why they are taken for one, and a person's word on it. */
export function StatementDetail({ id, others }: { id: string; others: readonly StatementItem[] }) {
  const { data, error, refetch } = useQuery(statementQuery(id));
  const [isJoining, setJoining] = useState(false);
  const decide = useMutation({
    mutationFn: async (decision: { join: string[] } | { splitOff: string; from: string[] }) => {
      if ("join" in decision) await ask("POST /api/statements/joins", { body: { claims: decision.join } });
      else await ask("POST /api/statements/splits", { body: { claims: [decision.splitOff], from: decision.from } });
    },
  });
  if (data === undefined) return error === null ? <Loading what="the statement" lines={8} /> : <Failed error={error} retry={() => void refetch()} />;
  const [original, ...relays] = data.carriers;
  if (original === undefined) return null;
  return (
    <article className={styles["detail"]} aria-label="Statement">
      <header>
        <h2><Words text={lineOf(original.claim)} /></h2>
        <p className={styles["about"]}><Words text={sourceOf(data, original.outlet)} />{data.said === null ? "" : ` · said ${wordsOfEdtf(data.said)}`}{data.independent ? "" : " · nobody says who said it, so it confirms nothing"}</p>
      </header>
      <Original carrier={original} />
      {relays.length === 0 ? <p className={styles["alone"]}>Nobody else carries it, as far as the reports here tell.</p> : (
        <ol className={styles["relays"]}>
          {relays.map((relay) => (
            <Relay
              key={relay.id} relay={relay} original={original} link={data.links.find(({ claims }) => claims.includes(relay.id))} isBusy={decide.isPending}
              onSplit={() => decide.mutate({ splitOff: relay.id, from: data.claims.filter((claim) => claim !== relay.id) })}
            />
          ))}
        </ol>
      )}
      {decide.error === null ? null : <Failed error={decide.error} />}
      <footer className={styles["actions"]}>
        {relays.length === 0 ? null : <Button look="main" isDisabled={decide.isPending || isConfirmed(data)} onPress={() => decide.mutate({ join: data.claims })}>{isConfirmed(data) ? "Confirmed by a person" : "Confirm: one statement"}</Button>}
        <Button isDisabled={decide.isPending} onPress={() => setJoining(true)}>Join with another…</Button>
      </footer>
      <JoinDialog isOpen={isJoining} statement={{ ...data, carrier: original }} others={others} onClose={() => setJoining(false)} onJoin={(other) => decide.mutate({ join: [data.original, other] })} />
    </article>
  );
}

/** A link that a person made has a score of 1; the rules never reach it. */
const isConfirmed = ({ links }: WholeStatement): boolean => links.length > 0 && links.every(({ score }) => score === 1);

const Original = ({ carrier: { id, outlet, published, claim } }: { carrier: Carrier }) => (
  <figure className={styles["original"]}>
    <blockquote><Words text={claim.evidence.text} /></blockquote>
    <figcaption><Link to="/claims/$id" params={{ id }}>{outlet ?? "The report"}</Link>{published === null ? "" : `, ${wordsOfEdtf(published)}`} · nearest to the origin</figcaption>
  </figure>
);
