import { useMutation, useQuery } from "@tanstack/react-query";
import { ask } from "../../api/client.ts";
import { suggestionsQuery } from "../../api/queries.ts";
import type { Suggestion } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { Failed } from "../../parts/states.tsx";
import { plural } from "../../parts/words/numbers.ts";
import styles from "./situations.module.css";

/** A name for addresses: `russia-in-belarus`. */
const nameOf = ({ force, place }: Suggestion): string =>
  `${force} in ${place}`.toLowerCase().normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "").slice(0, 100);

/** What the reports speak of and nobody watches yet. */
export function Suggestions() {
  const { data = [] } = useQuery(suggestionsQuery());
  const watch = useMutation({ mutationFn: (suggestion: Suggestion) => ask("POST /api/situations", { body: { name: nameOf(suggestion), force: suggestion.force, place: suggestion.place } }) });
  if (data.length === 0) return null;
  return (
    <section className={styles["suggestions"]} aria-labelledby="suggestions">
      <h2 id="suggestions">Also in the reports</h2>
      {watch.error === null ? null : <Failed error={watch.error} />}
      <ul>
        {data.map((suggestion) => (
          <li key={`${suggestion.force} ${suggestion.place}`}>
            <span>{suggestion.force} <span>in {suggestion.place}</span></span>
            <span className={styles["count"]}>{plural(suggestion.statements, "statement")}</span>
            <Button size="s" isDisabled={watch.isPending} aria-label={`Watch ${suggestion.force} in ${suggestion.place}`} onPress={() => watch.mutate(suggestion)}>Watch</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
