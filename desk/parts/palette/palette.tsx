import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useState, type KeyboardEvent } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SearchField } from "react-aria-components/SearchField";
import { searchQuery, situationsQuery } from "../../api/queries.ts";
import { applyTheme } from "../theme.ts";
import { lineOf } from "../words/claim.ts";
import { Words } from "../words/words.tsx";
import styles from "./palette.module.css";

interface Command {
  id: string;
  words: string;
  /** What else it is found by. */
  also?: string;
  act: () => void;
}

interface Group {
  title: string;
  commands: Command[];
}

/** Goes anywhere and finds anything, by typing. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const groups = useGroups(useDeferredValue(typed.trim()));
  const run = (key: string): void => {
    onClose();
    groups.flatMap(({ commands }) => commands).find(({ id }) => id === key)?.act();
  };
  // Found things come after the typing, when nothing is pointed at yet: Enter then means the first.
  const onKeyDown = (event: KeyboardEvent): void => {
    const first = groups[0]?.commands[0];
    if (event.key !== "Enter" || event.currentTarget.hasAttribute("aria-activedescendant") || first === undefined) return;
    event.preventDefault();
    run(first.id);
  };
  return (
    <ModalOverlay className={styles["overlay"] ?? ""} isOpen isDismissable onOpenChange={(open) => open || onClose()}>
      <Modal className={styles["modal"] ?? ""}>
        <Dialog className={styles["dialog"] ?? ""} aria-label="Go anywhere, find anything">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField aria-label="Go to, or find" autoFocus className={styles["field"] ?? ""}><Input placeholder="Go to a page or a situation, or find words" maxLength={200} onKeyDown={onKeyDown} /></SearchField>
            <Menu className={styles["menu"] ?? ""} aria-label="Commands" onAction={(key) => run(String(key))} renderEmptyState={() => <p className={styles["empty"]}>Nothing has these words.</p>}>
              {groups.map(({ title, commands }) => (
                <MenuSection key={title} id={title}>
                  <Header className={styles["title"] ?? ""}>{title}</Header>
                  {commands.map(({ id, words }) => <MenuItem key={id} id={id} textValue={words} className={styles["item"] ?? ""}><Words text={words} /></MenuItem>)}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const MOST_FOUND = 8;

function useGroups(typed: string): Group[] {
  const navigate = useNavigate();
  const { data: situations = [] } = useQuery(situationsQuery());
  const { data: found, isFetching } = useQuery(searchQuery(typed));
  const go = (id: string, words: string, to: () => unknown, also = ""): Command => ({ id, words, also, act: () => void to() });
  const pages = [
    go("/", "Situations", () => navigate({ to: "/" }), "start add paste report article"),
    go("/documents", "Documents", () => navigate({ to: "/documents" }), "queue review"),
    go("/statements", "Statements", () => navigate({ to: "/statements" }), "relays join split"),
    go("/ledger", "Ledger", () => navigate({ to: "/ledger" }), "history undo verify checkpoint bundle download export"),
  ];
  const search = go("/search", typed === "" ? "Search" : `Search everything for “${typed}”`, () => navigate({ to: "/search", search: { q: typed === "" ? undefined : typed } }));
  const watched = situations.flatMap(({ name, force, place }) => [
    go(`situation ${name}`, `${force} in ${place}`, () => navigate({ to: "/situations/$name", params: { name } }), name),
    go(`brief ${name}`, `Brief: ${force} in ${place}`, () => navigate({ to: "/situations/$name/brief", params: { name } }), name),
    go(`statements ${name}`, `Statements: ${force} in ${place}`, () => navigate({ to: "/statements", search: { situation: name } }), name),
  ]);
  const looks = [go("light", "Light colours", () => applyTheme("light"), "theme"), go("dark", "Dark colours", () => applyTheme("dark"), "theme"), go("system", "Colours as the system has them", () => applyTheme("system"), "theme")];
  const isWanted = ({ words, also = "" }: Command): boolean => typed.toLowerCase().split(/\s+/).every((word) => `${words} ${also}`.toLowerCase().includes(word));
  const documents = (typed.length < 2 ? [] : (found?.documents ?? [])).slice(0, MOST_FOUND).map(({ sha256, document }) => go(`document ${sha256}`, document?.title ?? document?.id ?? sha256.slice(0, 16), () => navigate({ to: "/documents/$sha256", params: { sha256 } })));
  const claims = (typed.length < 2 ? [] : (found?.claims ?? [])).slice(0, MOST_FOUND).map(({ id, claim }) => go(`claim ${id}`, lineOf(claim), () => navigate({ to: "/claims/$id", params: { id } })));
  return [
    { title: "Situations", commands: watched.filter(isWanted) }, { title: "Pages", commands: pages.filter(isWanted) }, { title: "Documents", commands: documents },
    { title: "Claims", commands: claims }, { title: "Colours", commands: looks.filter(isWanted) }, { title: "Search", commands: isFetching ? [] : [search] },
  ].filter(({ commands }) => commands.length > 0);
}
