import type { PartLexicon } from "../pack.ts";
import { PhraseTable, phrases } from "../phrases.ts";

/** How English pages mark the parts of a text that are not its running body. */
export const parts: PartLexicon = {
  byline: new PhraseTable<true>(phrases("by; reporting by; written by; edited by; additional reporting by", true)),
  caption: new PhraseTable<true>(phrases("caption :; photo :; photo by; image :; pictured :; picture :; file photo; credit :; ©", true)),
  credit: new PhraseTable<true>(phrases("©", true)),
  furniture: new PhraseTable<true>(phrases("subscribe; read also; read more; follow us; share; source :; sources :; images :; image :; image credit; advertisement; sign up; related :; ( with agency inputs )", true)),
  correction: new PhraseTable<true>(phrases("this article was amended; this story has been corrected; correction :; this article has been corrected; clarification :; an earlier version; editor 's note; this story was corrected; this article was corrected", true)),
  standfirst: new PhraseTable<true>(phrases("standfirst :; summary :; in brief :", true)),
};
