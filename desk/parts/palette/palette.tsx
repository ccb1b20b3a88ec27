import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState, type KeyboardEvent } from "react";
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
  const [isEntered, setEntered] = useState(false);
  const { groups, first } = useGroups(typed.trim());
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    onClose();
    command.act();
  };
  const commandOf = (key: unknown): Command | undefined => groups.flatMap(({ commands }) => commands).find(({ id }) => id === key);
  // Enter means what is pointed at, else the first of what was typed: when that is still being looked for, as soon as it is found.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    const pointed = event.currentTarget.querySelector("[role=menuitem][data-focused]");
    const command = commandOf(pointed?.getAttribute("data-key")) ?? first;
    setEntered(command === undefined);
    run(command);
  };
  useEffect(() => {
    if (isEntered) run(first);
  });
  return (
    <ModalOverlay className={styles["overlay"] ?? ""} isOpen isDismissable onOpenChange={(open) => open || onClose()}>
      <Modal className={styles["modal"] ?? ""}>
        <Dialog className={styles["dialog"] ?? ""} aria-label="Go anywhere, find anything">
          <div onKeyDownCapture={onKeyDown}>
            <Autocomplete inputValue={typed} onInputChange={(value) => { setTyped(value); setEntered(false); }}>
              <SearchField aria-label="Go to, or find" autoFocus className={styles["field"] ?? ""}><Input placeholder="Go to a page or a situation, or find words" maxLength={200} /></SearchField>
              <Menu className={styles["menu"] ?? ""} aria-label="Commands" onAction={(key) => run(commandOf(key))} renderEmptyState={() => <p className={styles["empty"]}>Nothing has these words.</p>}>
                {groups.map(({ title, commands }) => (
                  <MenuSection key={title} id={title}>
                    <Header className={styles["title"] ?? ""}>{title}</Header>
                    {commands.map(({ id, words }) => <MenuItem key={id} id={id} textValue={words} className={styles["item"] ?? ""}><Words text={words} /></MenuItem>)}
                  </MenuSection>
                ))}
              </Menu>
            </Autocomplete>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const MOST_FOUND = 8;

/** What goes with what was typed, and the first of it: none while that would have to be guessed, since what is found by searching is still to come. */
function useGroups(typed: string): { groups: Group[]; first: Command | undefined } {
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
  const here = [{ title: "Situations", commands: watched.filter(isWanted) }, { title: "Pages", commands: pages.filter(isWanted) }];
  const groups = [
    ...here, { title: "Documents", commands: documents }, { title: "Claims", commands: claims },
    { title: "Colours", commands: looks.filter(isWanted) }, { title: "Search", commands: isFetching ? [] : [search] },
  ];
  return { groups: groups.filter(({ commands }) => commands.length > 0), first: (isFetching ? here : groups).flatMap(({ commands }) => commands)[0] };
}
