import { MARK } from "../lang/common/gate-words.ts";
import type { LanguagePack } from "../lang/pack.ts";

// How far apart, in words, what belongs together may stand: a force and its event, a noun and its modifiers or its
// mover, a noun and its amount, two states and the war between them.
const NEAR = 7;
const GROUP = 5;
const AMOUNT = 3;
const BETWEEN = 3;
const DEED = 4;
const NEVER = -1000;
// A text of few characters is read in no time, and has nothing around a claim by which to know it.
const SHORT = 400;

const FORCES = MARK.armed | MARK.body | MARK.civil | MARK.everyday | MARK.named;
const SMALL = MARK.bound | MARK.link;
const EVENTS = MARK.event | MARK.weakEvent;

/**
 * Whether a text can hold a claim: whether a force and an event, an amount or a place of it stand near each other. One
 * pass over the characters, up to the words that decide. It errs to the side of reading: what it stops is lost.
 */
export function passesGate(text: string, pack: LanguagePack): boolean {
  if (text.length < SHORT) return text.trim() !== "";
  const watch = new Watch();
  return pack.gate.search(text, watch) || watch.hasAmount;
}

/** What the words read so far leave open. All fields are places of words. */
class Watch {
  // Where a word of a sort stood last.
  private owner = NEVER;
  private lastOwner = NEVER;
  private mover = NEVER;
  private military = NEVER;
  private number = NEVER;
  private event = NEVER;
  private weakEvent = NEVER;
  private there = NEVER;
  private casualty = NEVER;
  private capital = NEVER;
  private force = NEVER;
  private counted = NEVER;
  private head = NEVER;
  private arm = NEVER;
  private link = NEVER;
  private attack = NEVER;
  private attacked = NEVER;
  private war = NEVER;
  // Forces that wait for an event of any kind, for one of their own, for a place.
  private forAny = NEVER;
  private forEvent = NEVER;
  private forPlace = NEVER;
  // People under arms with their number, unless the dead come up.
  private amount = NEVER;

  get hasAmount(): boolean {
    return this.amount !== NEVER;
  }

  /** Takes the next word; true as soon as the text is known to be worth reading. */
  onWord(marks: number, i: number, capital: boolean, phrase: number, sentence: number): boolean {
    // Half of all marked words are function words.
    if ((marks & ~SMALL) === 0) {
      this.owner = NEVER;
      if ((marks & MARK.link) !== 0) this.link = i;
      if (capital) this.capital = i;
      return false;
    }
    if (this.amount !== NEVER && i - this.amount > NEAR) return true;
    const since = Math.max(sentence, i - NEAR);
    if ((marks & MARK.tail) !== 0 && i - this.force === 1) this.forget();
    if ((marks & MARK.casualty) !== 0) this.count(i);
    if ((marks & MARK.deed) !== 0 && (marks & FORCES) === 0 && this.isDeed(i, phrase)) return true;
    if ((marks & EVENTS) !== 0 && this.happens(marks, i, since)) return true;
    if ((marks & MARK.there) !== 0 && this.forAny >= since) return true;
    if ((marks & FORCES) !== 0 && this.isForce(marks, i, capital, phrase, since)) return true;
    if ((marks & MARK.owner) !== 0 && capital) {
      if (this.isOwner(i, phrase, since)) return true;
    } else this.passOwner(marks, i, phrase);
    this.note(marks, i, capital);
    return false;
  }

  // "the Russian withdrawal", "Chinese naval exercises", "Denmark scaled up its presence".
  private isDeed(i: number, phrase: number): boolean {
    return this.lastOwner >= Math.max(phrase, this.owner === i - 1 ? i - GROUP : i - DEED);
  }

  // "army camp", "police operation" are no force.
  private forget(): void {
    this.forAny = this.forEvent = this.forPlace = this.amount = this.arm = NEVER;
  }

  // "which left 42 soldiers dead": whoever was counted is not there.
  private count(i: number): void {
    this.casualty = i;
    if (this.amount !== NEVER) this.forEvent = this.amount = NEVER;
  }

  private happens(marks: number, i: number, since: number): boolean {
    if (this.forAny >= since || i - this.attacked === 1 || i - this.counted === 1) return true;
    if ((marks & MARK.event) === 0) return false;
    return this.forEvent >= since || ((marks & FORCES) === 0 && i - this.arm < BETWEEN);
  }

  private isForce(marks: number, i: number, capital: boolean, phrase: number, since: number): boolean {
    const owned = this.owner >= Math.max(phrase, i - GROUP);
    const moved = i - this.mover <= GROUP;
    const military = this.military >= Math.max(phrase, i - GROUP);
    const counted = this.number >= Math.max(phrase, i - AMOUNT);
    const strong = this.event >= since || this.there >= since;
    const any = strong || this.weakEvent >= since;
    this.force = i;
    if ((marks & MARK.named) !== 0 && capital) {
      this.forAny = this.owner = i;
      return any;
    }
    if ((marks & MARK.armed) !== 0) {
      this.head = i;
      if (owned) this.forAny = this.forPlace = i;
      this.wait(i, counted && this.casualty < since);
      return (!counted && (strong || i - this.weakEvent <= 2)) || moved || military || (owned && (any || this.owner === this.lastOwner));
    }
    // "infantry" and "tank" are mostly said of other nouns.
    if ((marks & MARK.body) !== 0 && ((marks & MARK.military) === 0 || (marks & MARK.arm) !== 0 || owned)) {
      this.head = i;
      if (counted && this.casualty < since) this.forEvent = this.counted = i;
      if (owned) this.forAny = this.forPlace = i;
      else if (military) this.wait(i, counted && this.casualty < since);
      else if (capital && i - this.capital === 1) this.forEvent = i;
      // "a UN peacekeeping force" speaks for itself.
      return moved || (owned ? any || counted || military : military && strong);
    }
    if ((marks & MARK.civil) !== 0) {
      if (owned) this.forEvent = this.forPlace = i;
      return (moved && this.mover === this.event) || (owned && (strong || counted));
    }
    if ((marks & MARK.everyday) !== 0) {
      const formation = capital && i - this.number === 1 && this.number >= phrase;
      if (formation || (military && (owned || counted))) {
        this.forEvent = i;
        return strong;
      }
      return owned && this.there >= since;
    }
    return false;
  }

  private wait(i: number, counted: boolean): void {
    this.forEvent = i;
    if (counted) this.amount = i;
  }

  // "soldiers in Belarus", "troops of the Russian army", "the war against Ukraine".
  private isOwner(i: number, phrase: number, since: number): boolean {
    if (this.forPlace >= Math.max(since, phrase) && i - this.link <= 2 && this.link > this.forPlace) return true;
    if (i - this.war <= BETWEEN) return true;
    if (i - this.attack <= BETWEEN) this.attacked = i;
    if (i - this.head <= BETWEEN + 1 && this.link === this.head + 1) {
      this.forAny = i;
      if (this.event >= since || this.weakEvent >= since) return true;
    }
    this.owner = this.lastOwner = i;
    return false;
  }

  // An event that an owner stands before has it for its mover: "Russia has sent 300 instructors".
  private passOwner(marks: number, i: number, phrase: number): void {
    if ((marks & MARK.possessive) !== 0) this.owner = i;
    else if ((marks & EVENTS) !== 0) {
      const follows = this.lastOwner >= Math.max(phrase, i - BETWEEN - 1) || i - this.mover <= BETWEEN + 1;
      this.mover = follows && (marks & MARK.moving) !== 0 ? i : NEVER;
      this.owner = NEVER;
    } else if ((marks & MARK.bound) !== 0) this.owner = NEVER;
    if ((marks & MARK.war) === 0) return;
    if (i - this.mover <= GROUP) this.war = i;
    if (i - this.lastOwner <= 2) this.attack = i;
  }

  private note(marks: number, i: number, capital: boolean): void {
    if (capital) this.capital = i;
    if ((marks & MARK.link) !== 0) this.link = i;
    if ((marks & MARK.military) !== 0) this.military = i;
    if ((marks & MARK.arm) !== 0) this.arm = i;
    if ((marks & MARK.number) !== 0) this.number = i;
    if ((marks & MARK.event) !== 0) this.event = i;
    if ((marks & MARK.weakEvent) !== 0) this.weakEvent = i;
    if ((marks & MARK.there) !== 0) this.there = i;
  }
}
