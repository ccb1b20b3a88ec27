import { describe, expect, it } from "vitest";
import { soundOf } from "../../src/origins/romanise.ts";
import { Affiliations, compareSources, sourceView } from "../../src/origins/source.ts";
import { source } from "./helper.ts";

const found = (a: string, b: string): string => compareSources(sourceView(source(a)), sourceView(source(b)))?.rule ?? "two sources";

describe("a name sounds the same in every romanisation", () => {
  it.each([
    ["Zelenskyy", "Zelensky", "Zelenskiy", "Selenskyj", "Zełenski", "Зеленський", "Зеленский"],
    ["Lukashenko", "Lukashenka", "Lukaschenko", "Loukachenko", "Łukaszenka", "Лукашенко", "Лукашэнка"],
    ["Andriy", "Andrii", "Andrey", "Andrei", "Андрій", "Андрей"],
    ["Demchenko", "Demtschenko", "Demczenko", "Demčenko", "Демченко"],
    ["Skibitskyi", "Skibitsky", "Skibitskij", "Skibicki", "Скібіцький"],
    ["Serhiy", "Sergei", "Sergey", "Serhii", "Сергій", "Сергей"],
    ["Yusov", "Iusov", "Jusow", "Юсов"],
    ["Nausėda", "Nauseda", "Науседа"],
    ["Morawiecki", "Morawiecky", "Моравецький"],
    ["Hajun", "Gayun", "Hayun", "Гаюн"],
    ["Aleksandr", "Alexander", "Oleksandr", "Aliaksandr", "Александр"],
    ["Khrapkov", "Khrapkou", "Chrapkow", "Храпкоў"],
  ])("%s", (...names) => {
    expect(new Set(names.map(soundOf)).size).toBe(1);
  });

  it.each([["Demchenko", "Deineko"], ["Budanov", "Yusov"], ["Morozov", "Moroz"], ["Petrov", "Petrenko"], ["Li", "Lo Ga"], ["Andriy", "Serhiy"]])("%s is not %s", (a, b) => {
    expect(soundOf(a)).not.toBe(soundOf(b));
  });
});

describe("two sources", () => {
  it.each([
    ["Andriy Demchenko; -; -", "Андрей Демченко; -; -", "source/person"],
    ["Mykola Azarenko; -; -", "Nikolai Azarenko; -; -", "source/person"],
    ["Xi Jinping; -; -", "Xi; President; -", "source/person"],
    ["Gen. Robert Stone; -; -", "R. Stone; -; -", "source/person"],
    ["Andriy Demchenko; -; -", "Serhiy Demchenko; -; -", "two sources"],
    ["-; -; State Border Guard Service of Ukraine", "-; spokesman of Ukraine's border guard; -", "source/body"],
    ["-; -; UA border guard", "-; -; Держприкордонслужба України", "source/body"],
    ["-; -; UK MoD", "-; -; British Ministry of Defence", "source/body"],
    ["-; -; UK MoD", "-; -; Belarus MoD", "two sources"],
    ["-; -; United States Department of Defense", "-; -; Pentagon", "source/body"],
    ["-; -; Verteidigungsministerium", "-; -; ministère de la Défense", "source/body"],
    ["-; -; Ministerstwo Obrony Narodowej", "-; -; Міноборони", "source/body"],
    ["-; -; Institute for the Study of War", "-; -; ISW", "source/name"],
    ["-; -; Belarusian Hajun", "-; -; Belaruski Gayun monitoring group", "source/name"],
    ["Jens Stoltenberg; Secretary General; NATO", "-; -; NATO", "source/body"],
    ["Jens Stoltenberg; -; NATO", "-; -; Stoltenberg (NATO)", "source/person"],
    ["-; -; NATO", "-; -; United Nations", "two sources"],
    ["Andriy Demchenko; -; State Border Guard Service of Ukraine", "-; -; Kyiv", "source/maybe"],
    ["Andriy Demchenko; -; State Border Guard Service of Ukraine", "-; -; Minsk", "two sources"],
    ["Andriy Demchenko; -; State Border Guard Service of Ukraine", "-; officials; -", "source/one-unnamed"],
    ["Andriy Demchenko; -; State Border Guard Service of Ukraine", "-; Polish officials; -", "two sources"],
    ["-; officials; -", "-; media reports; -", "source/unnamed"],
  ])("%s and %s: %s", (a, b, rule) => {
    expect([found(a, b), found(b, a)]).toEqual([rule, rule]);
  });

  it("a bare name is of the body for which others say that he speaks", () => {
    const known = new Affiliations([sourceView(source("Andriy Demchenko; spokesman; State Border Guard Service of Ukraine"))]);
    const bare = known.complete(sourceView(source("Demchenko; -; -")));
    expect(compareSources(bare, sourceView(source("-; -; Ukraine's border guard")))?.rule).toBe("source/body");
    expect(compareSources(bare, sourceView(source("-; -; Belarusian Hajun")))).toBeNull();
  });
});
