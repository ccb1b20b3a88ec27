// Made from the API's OpenAPI document by `npm run client`; do not edit.

export type About = {
  version: string;
  ledger: string;
  size: number;
  actor: string;
  fingerprint: string;
};

/** What is known of one force in one place, in sentences whose numbers say where they come from */
export type Brief = {
  format: "muster-brief/1";
  situation: {
    name: string;
    force: string;
    place: string | null;
    country: string | null;
  };
  asOf: string;
  asKnown: string | null;
  since: string;
  headline: ({
    kind: "text";
    text: string;
  } | {
    kind: "number";
    text: string;
    tie: {
      kind: "claim";
      claim: string;
    } | {
      kind: "estimate";
      path: string;
    } | {
      kind: "band";
      level: 50 | 90;
    } | {
      kind: "count";
      of: string[];
    };
  } | {
    kind: "likelihood";
    text: string;
    probability: number;
    path: string | null;
  } | {
    kind: "confidence";
    text: "low" | "moderate" | "high";
  } | {
    kind: "date";
    text: string;
    date: string;
  } | {
    kind: "name";
    text: string;
  } | {
    kind: "term";
    text: string;
  } | {
    kind: "quotation";
    text: string;
    document: string;
    start: number;
    end: number;
    cut: boolean;
  } | {
    kind: "reference";
    number: number;
  } | {
    kind: "grade";
    reliability: "A" | "B" | "C" | "D" | "E" | "F";
    credibility: "1" | "2" | "3" | "4" | "5" | "6";
  })[][];
  notes: ({
    kind: "text";
    text: string;
  } | {
    kind: "number";
    text: string;
    tie: {
      kind: "claim";
      claim: string;
    } | {
      kind: "estimate";
      path: string;
    } | {
      kind: "band";
      level: 50 | 90;
    } | {
      kind: "count";
      of: string[];
    };
  } | {
    kind: "likelihood";
    text: string;
    probability: number;
    path: string | null;
  } | {
    kind: "confidence";
    text: "low" | "moderate" | "high";
  } | {
    kind: "date";
    text: string;
    date: string;
  } | {
    kind: "name";
    text: string;
  } | {
    kind: "term";
    text: string;
  } | {
    kind: "quotation";
    text: string;
    document: string;
    start: number;
    end: number;
    cut: boolean;
  } | {
    kind: "reference";
    number: number;
  } | {
    kind: "grade";
    reliability: "A" | "B" | "C" | "D" | "E" | "F";
    credibility: "1" | "2" | "3" | "4" | "5" | "6";
  })[][];
  sections: {
    id: "known" | "changed" | "conflicts" | "denied" | "announced" | "unknown";
    title: string;
    blocks: {
      kind: "paragraph" | "point";
      sentences: ({
        kind: "text";
        text: string;
      } | {
        kind: "number";
        text: string;
        tie: {
          kind: "claim";
          claim: string;
        } | {
          kind: "estimate";
          path: string;
        } | {
          kind: "band";
          level: 50 | 90;
        } | {
          kind: "count";
          of: string[];
        };
      } | {
        kind: "likelihood";
        text: string;
        probability: number;
        path: string | null;
      } | {
        kind: "confidence";
        text: "low" | "moderate" | "high";
      } | {
        kind: "date";
        text: string;
        date: string;
      } | {
        kind: "name";
        text: string;
      } | {
        kind: "term";
        text: string;
      } | {
        kind: "quotation";
        text: string;
        document: string;
        start: number;
        end: number;
        cut: boolean;
      } | {
        kind: "reference";
        number: number;
      } | {
        kind: "grade";
        reliability: "A" | "B" | "C" | "D" | "E" | "F";
        credibility: "1" | "2" | "3" | "4" | "5" | "6";
      })[][];
    }[];
  }[];
  marks: {
    statement: string;
    source: string;
    reference: number;
    label: string;
    kind: "level" | "part" | "up" | "down" | "announced";
    from: string;
    to: string;
    quantity: {
      low: number | null;
      high: number | null;
      point: number | null;
      words: string;
    } | null;
  }[];
  table: {
    statement: string;
    claim: string;
    source: string;
    says: ({
      kind: "text";
      text: string;
    } | {
      kind: "number";
      text: string;
      tie: {
        kind: "claim";
        claim: string;
      } | {
        kind: "estimate";
        path: string;
      } | {
        kind: "band";
        level: 50 | 90;
      } | {
        kind: "count";
        of: string[];
      };
    } | {
      kind: "likelihood";
      text: string;
      probability: number;
      path: string | null;
    } | {
      kind: "confidence";
      text: "low" | "moderate" | "high";
    } | {
      kind: "date";
      text: string;
      date: string;
    } | {
      kind: "name";
      text: string;
    } | {
      kind: "term";
      text: string;
    } | {
      kind: "quotation";
      text: string;
      document: string;
      start: number;
      end: number;
      cut: boolean;
    } | {
      kind: "reference";
      number: number;
    } | {
      kind: "grade";
      reliability: "A" | "B" | "C" | "D" | "E" | "F";
      credibility: "1" | "2" | "3" | "4" | "5" | "6";
    })[];
    certainty: string;
    asOf: string | null;
    said: string | null;
    place: string | null;
    reliability: "A" | "B" | "C" | "D" | "E" | "F";
    credibility: "1" | "2" | "3" | "4" | "5" | "6";
    why: ({
      kind: "text";
      text: string;
    } | {
      kind: "number";
      text: string;
      tie: {
        kind: "claim";
        claim: string;
      } | {
        kind: "estimate";
        path: string;
      } | {
        kind: "band";
        level: 50 | 90;
      } | {
        kind: "count";
        of: string[];
      };
    } | {
      kind: "likelihood";
      text: string;
      probability: number;
      path: string | null;
    } | {
      kind: "confidence";
      text: "low" | "moderate" | "high";
    } | {
      kind: "date";
      text: string;
      date: string;
    } | {
      kind: "name";
      text: string;
    } | {
      kind: "term";
      text: string;
    } | {
      kind: "quotation";
      text: string;
      document: string;
      start: number;
      end: number;
      cut: boolean;
    } | {
      kind: "reference";
      number: number;
    } | {
      kind: "grade";
      reliability: "A" | "B" | "C" | "D" | "E" | "F";
      credibility: "1" | "2" | "3" | "4" | "5" | "6";
    })[];
    reports: string[];
    reference: number;
    use: string;
  }[];
  sources: {
    source: string;
    reliability: "A" | "B" | "C" | "D" | "E" | "F";
    isGraded: boolean;
    statements: string[];
    record: ({
      kind: "text";
      text: string;
    } | {
      kind: "number";
      text: string;
      tie: {
        kind: "claim";
        claim: string;
      } | {
        kind: "estimate";
        path: string;
      } | {
        kind: "band";
        level: 50 | 90;
      } | {
        kind: "count";
        of: string[];
      };
    } | {
      kind: "likelihood";
      text: string;
      probability: number;
      path: string | null;
    } | {
      kind: "confidence";
      text: "low" | "moderate" | "high";
    } | {
      kind: "date";
      text: string;
      date: string;
    } | {
      kind: "name";
      text: string;
    } | {
      kind: "term";
      text: string;
    } | {
      kind: "quotation";
      text: string;
      document: string;
      start: number;
      end: number;
      cut: boolean;
    } | {
      kind: "reference";
      number: number;
    } | {
      kind: "grade";
      reliability: "A" | "B" | "C" | "D" | "E" | "F";
      credibility: "1" | "2" | "3" | "4" | "5" | "6";
    })[];
  }[];
  references: {
    number: number;
    claims: string[];
    document: string;
    outlet: string | null;
    title: string | null;
    published: string | null;
    url: string | null;
    isDigest: boolean;
    quotation: {
      text: string;
      start: number;
      end: number;
    };
    relays: {
      document: string;
      outlet: string | null;
      published: string | null;
      url: string | null;
      isDigest: boolean;
    }[];
  }[];
  estimate: Estimate | null;
  leanedOn: LeanedOn;
};

/** A claim that carries a statement, and where it stands. */
export type Carrier = {
  id: string;
  document: string;
  outlet: string | null;
  published: string | null;
  claim: ClaimSaid;
};

/** One thing that one source says about one force at one place */
export type Claim = {
  kind: "strength" | "arrival" | "departure" | "rotation" | "movement" | "change" | "threat" | "involvement";
  polarity: "affirmed" | "denied";
  certainty: "certain" | "probable" | "possible" | "unknown";
  reality: "actual" | "planned" | "hypothetical";
  force: string | null;
  unitName: string | null;
  place: string | null;
  country: string | null;
  scope: "whole" | "part" | null;
  basis: "observed" | "imagery" | "intelligence" | "official" | "unnamed" | null;
  otherPlace: string | null;
  quantity: {
    low: number | null;
    high: number | null;
    point: number | null;
    modifier: "exact" | "about" | "under" | "upto" | "over" | "atleast" | "range" | "vague" | "share";
    unit: "personnel" | "squad" | "platoon" | "company" | "battalion" | "regiment" | "brigade" | "division" | "corps" | "army" | "vehicle" | "tank" | "artillery" | "aircraft" | "helicopter" | "ship" | "train" | "tent" | "site";
    words: string;
  } | null;
  source: {
    person: string | null;
    role: string | null;
    organisation: string | null;
  } | null;
  via: string[];
  attribution: "quote" | "paraphrase" | "hearsay" | "voice";
  said: string | null;
  asOf: string | null;
  size: "none" | "limited" | "significant" | "large" | null;
  direction: "up" | "down" | "mixed" | null;
  evidence: {
    text: string;
    start: number;
    end: number;
  };
  reader: string;
  spans: Partial<Record<"kind" | "polarity" | "certainty" | "reality" | "force" | "unitName" | "place" | "country" | "scope" | "basis" | "otherPlace" | "quantity" | "source" | "via" | "attribution" | "said" | "asOf" | "size" | "direction" | "evidence", {
      rule: string;
      span: {
        start: number;
        end: number;
      } | null;
      status: "known" | "implied";
    }>>;
};

export type ClaimItem = {
  id: string;
  document: string;
  position: number;
  claim: Claim;
  review: "unreviewed" | "accepted" | "corrected" | "rejected";
  etag: string;
};

/** A claim without the reasons of the reader, which `GET /api/claims/{id}` gives. */
export type ClaimSaid = {
  kind: "strength" | "arrival" | "departure" | "rotation" | "movement" | "change" | "threat" | "involvement";
  polarity: "affirmed" | "denied";
  certainty: "certain" | "probable" | "possible" | "unknown";
  reality: "actual" | "planned" | "hypothetical";
  force: string | null;
  unitName: string | null;
  place: string | null;
  country: string | null;
  scope: "whole" | "part" | null;
  basis: "observed" | "imagery" | "intelligence" | "official" | "unnamed" | null;
  otherPlace: string | null;
  quantity: {
    low: number | null;
    high: number | null;
    point: number | null;
    modifier: "exact" | "about" | "under" | "upto" | "over" | "atleast" | "range" | "vague" | "share";
    unit: "personnel" | "squad" | "platoon" | "company" | "battalion" | "regiment" | "brigade" | "division" | "corps" | "army" | "vehicle" | "tank" | "artillery" | "aircraft" | "helicopter" | "ship" | "train" | "tent" | "site";
    words: string;
  } | null;
  source: {
    person: string | null;
    role: string | null;
    organisation: string | null;
  } | null;
  via: string[];
  attribution: "quote" | "paraphrase" | "hearsay" | "voice";
  said: string | null;
  asOf: string | null;
  size: "none" | "limited" | "significant" | "large" | null;
  direction: "up" | "down" | "mixed" | null;
  evidence: {
    text: string;
    start: number;
    end: number;
  };
  reader: string;
};

export type ClaimState = {
  id: string;
  etag: string;
};

export type DocumentItem = {
  sha256: string;
  status: "kept" | "replaced" | "withdrawn" | "erased" | "stopped";
  document: KeptDocument | null;
  replacedBy: string | null;
  reader: string | null;
  added: string;
  entry: number;
  claims: number;
  unreviewed: number;
};

export type EntryItem = {
  seq: number;
  time: string;
  actor: string;
  kind: string;
  summary: string;
  why: string | null;
  undoneBy: number | null;
  erased: boolean;
};

export type EntryRef = {
  entry: number;
};

/** A posterior of the strength of one force in one place for each day, with what moved it */
export type Estimate = {
  from: string;
  to: string;
  days: {
    date: string;
    median: number;
    p05: number;
    p25: number;
    p75: number;
    p95: number;
    drawdown: number;
    buildup: number;
    below?: number;
  }[];
  recent: {
    days: number;
    factor: number;
    up: number;
    down: number;
    alarm: number;
  };
  changes: {
    from: string;
    to: string;
    direction: "up" | "down";
    factor: number;
    probability: number;
    likelihood: string;
    statements: string[];
  }[];
  conflicts: {
    date: string;
    sources: string[];
    medians: number[];
    strength: number;
    statements: string[];
  }[];
  unclear: {
    kind: "wide" | "silence" | "conflict" | "surprise" | "unknown" | "no-magnitude" | "two-answers" | "one-source";
    from: string;
    to: string;
    days?: number;
    source?: string;
    median?: number;
    statements: string[];
  }[];
  influence: {
    statement: string;
    source: string;
    words: string;
    date: string;
    shift: number;
    information: number;
    surprise?: number;
    happened?: number;
    weight: number;
  }[];
  announced: {
    statement: string;
    source: string;
    words: string;
    reality: "planned" | "hypothetical";
    asOf: string | null;
  }[];
  sources: {
    source: string;
    leaning: "neutral" | "intelligence" | "media" | "overstates" | "understates" | "unknown";
    statements: number;
    bias: number;
    biasSd: number;
  }[];
  unused: {
    statement: string;
    reason: string;
  }[];
};

/** An entry about a claim; `changes` are those of a correction. */
export type HistoryItem = {
  seq: number;
  time: string;
  actor: string;
  kind: string;
  summary: string;
  why: string | null;
  undoneBy: number | null;
  erased: boolean;
  changes: {
    field: string;
    old: unknown;
    new: unknown;
  }[];
};

/** A document without its text. */
export type KeptDocument = {
  id: string;
  sha256: string;
  published: string | null;
  lang: string | null;
  title: string | null;
  outlet: string | null;
  author: string | null;
  url: string | null;
  kind?: "digest";
  summarises?: string;
  via?: string;
};

/** The documents and claims that a brief leans on, and the ledger they were in */
export type LeanedOn = {
  format: "muster-brief/1";
  situation: string;
  asOf: string;
  ledger: {
    origin: string;
    size: number;
    root: string;
  };
  until: number;
  documents: {
    sha256: string;
    claims: string[];
  }[];
};

/** Offsets are UTF-16 units into the text; times are EDTF, places and forces canonical English names. */
export type Mentions = {
  quantities: {
    start: number;
    end: number;
    value: {
      low: number | null;
      high: number | null;
      point: number | null;
      modifier: "exact" | "about" | "under" | "upto" | "over" | "atleast" | "range" | "vague" | "share";
      unit: "personnel" | "squad" | "platoon" | "company" | "battalion" | "regiment" | "brigade" | "division" | "corps" | "army" | "vehicle" | "tank" | "artillery" | "aircraft" | "helicopter" | "ship" | "train" | "tent" | "site";
      words: string;
    };
  }[];
  times: {
    start: number;
    end: number;
    value: string;
  }[];
  places: {
    start: number;
    end: number;
    value: string;
  }[];
  forces: {
    start: number;
    end: number;
    value: string;
  }[];
};

export type Reviewed = {
  entry: number;
  etag: string | null;
};

/** Everything that the chart draws, in pixels; nothing in it depends on who draws. */
export type Scene = Record<string, never>;

/** What the statements on a situation add up to. */
export type SituationAnswer = {
  name: string;
  situation: {
    force: string;
    place: string | null;
    country: string | null;
  };
  from: string;
  to: string;
  days: {
    date: string;
    median: number;
    p05: number;
    p25: number;
    p75: number;
    p95: number;
    drawdown: number;
    buildup: number;
    below?: number;
  }[];
  recent: {
    days: number;
    factor: number;
    up: number;
    down: number;
    alarm: number;
  };
  changes: {
    from: string;
    to: string;
    direction: "up" | "down";
    factor: number;
    probability: number;
    likelihood: string;
    statements: string[];
  }[];
  conflicts: {
    date: string;
    sources: string[];
    medians: number[];
    strength: number;
    statements: string[];
  }[];
  unclear: {
    kind: "wide" | "silence" | "conflict" | "surprise" | "unknown" | "no-magnitude" | "two-answers" | "one-source";
    from: string;
    to: string;
    days?: number;
    source?: string;
    median?: number;
    statements: string[];
  }[];
  influence: {
    statement: string;
    source: string;
    words: string;
    date: string;
    shift: number;
    information: number;
    surprise?: number;
    happened?: number;
    weight: number;
  }[];
  announced: {
    statement: string;
    source: string;
    words: string;
    reality: "planned" | "hypothetical";
    asOf: string | null;
  }[];
  sources: {
    source: string;
    leaning: "neutral" | "intelligence" | "media" | "overstates" | "understates" | "unknown";
    statements: number;
    bias: number;
    biasSd: number;
  }[];
  unused: {
    statement: string;
    reason: string;
  }[];
};

export type SituationItem = {
  name: string;
  force: string;
  place: string;
  statements: number;
  summary: SituationSummary;
};

export type SituationSummary = {
  last: {
    date: string;
    median: number;
    p05: number;
    p25: number;
    p75: number;
    p95: number;
    drawdown: number;
    buildup: number;
    below?: number;
  } | null;
  spark: {
    date: string;
    p05: number;
    median: number;
    p95: number;
  }[];
  lastChange: {
    from: string;
    to: string;
    direction: "up" | "down";
    factor: number;
    probability: number;
    likelihood: string;
    statements: string[];
  } | null;
  conflicts: number;
  unclear: {
    kind: "wide" | "silence" | "conflict" | "surprise" | "unknown" | "no-magnitude" | "two-answers" | "one-source";
    from: string;
    to: string;
    days?: number;
    source?: string;
    median?: number;
    statements: string[];
  }[];
  problem: string | null;
};

export type SourceItem = {
  name: string;
  reliability: string | null;
  alias: string | null;
  leaning: string | null;
};

export type Splits = {
  entry: number;
  entries: number[];
};

/** A statement with the original alone of those that carry it, and without the links between them. */
export type StatementItem = {
  id: string;
  claims: string[];
  original: string;
  independent: boolean;
  said: string | null;
  source: {
    person: string | null;
    role: string | null;
    organisation: string | null;
  } | null;
  carrier: Carrier;
};

export type Suggestion = {
  force: string;
  place: string;
  statements: number;
};

export type Taken = {
  name: string;
  outcome: "added" | "known" | "stopped" | "refused";
  sha256: string | null;
  claims: number;
  entry: number | null;
  why: string | null;
};

export type Undone = {
  entry: number;
  claims: ClaimState[];
};

/** A document with its text and the claims that count. Offsets in claims are UTF-16 units into the text. */
export type WholeDocument = {
  document: DocumentItem;
  text: string | null;
  claims: ClaimItem[];
};

export type WholeStatement = {
  id: string;
  claims: string[];
  original: string;
  links: {
    claims: [string, string];
    score: number;
    reasons: {
      rule: string;
      weight: number;
      words?: string;
    }[];
  }[];
  independent: boolean;
  said: string | null;
  source: {
    person: string | null;
    role: string | null;
    organisation: string | null;
  } | null;
  carriers: Carrier[];
};

/** Every operation: what it takes and what it answers. */
export interface Operations {
  /** The situations that are watched, by name */
  "GET /api/situations": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: undefined;
    result: SituationItem[];
  };
  /** Watch a force in a place */
  "POST /api/situations": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: {
      name: string;
      force: string;
      place: string;
      why?: string | null;
    };
    result: EntryRef;
  };
  /** What the claims are most about and nobody watches yet */
  "GET /api/situations/suggestions": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: undefined;
    result: Suggestion[];
  };
  /** What the statements on a situation add up to */
  "GET /api/situations/{name}": {
    path: {
      name: string;
    };
    query: {
      asOf?: string;
      asKnown?: string;
    };
    body: undefined;
    result: SituationAnswer;
  };
  /** Give a situation another force or place */
  "PATCH /api/situations/{name}": {
    path: {
      name: string;
    };
    query: Record<string, never>;
    body: {
      force?: string;
      place?: string;
      why?: string | null;
    };
    result: EntryRef;
  };
  /** The brief as data: every number in it says where it comes from */
  "GET /api/situations/{name}/brief": {
    path: {
      name: string;
    };
    query: {
      asOf?: string;
      since?: string;
      asKnown?: string;
    };
    body: undefined;
    result: Brief;
  };
  /** The chart of the brief, laid out, to be drawn */
  "GET /api/situations/{name}/chart": {
    path: {
      name: string;
    };
    query: {
      asOf?: string;
      since?: string;
      asKnown?: string;
      width?: number;
      scale?: "linear" | "log";
    };
    body: undefined;
    result: Scene;
  };
  /** The brief as a page (text/markdown) */
  "GET /api/situations/{name}/brief.md": {
    path: {
      name: string;
    };
    query: {
      asOf?: string;
      since?: string;
      asKnown?: string;
    };
    body: undefined;
    result: string;
  };
  /** The brief as a page (text/html) */
  "GET /api/situations/{name}/brief.html": {
    path: {
      name: string;
    };
    query: {
      asOf?: string;
      since?: string;
      asKnown?: string;
    };
    body: undefined;
    result: string;
  };
  /** The chart as a picture */
  "GET /api/situations/{name}/chart.svg": {
    path: {
      name: string;
    };
    query: {
      asOf?: string;
      since?: string;
      asKnown?: string;
      width?: number;
      scale?: "linear" | "log";
    };
    body: undefined;
    result: string;
  };
  /** A page with the chart alone, to be framed by other pages; it needs no script */
  "GET /api/situations/{name}/embed": {
    path: {
      name: string;
    };
    query: {
      asOf?: string;
      since?: string;
      asKnown?: string;
      width?: number;
      scale?: "linear" | "log";
    };
    body: undefined;
    result: string;
  };
  /** Documents, the one added last first */
  "GET /api/documents": {
    path: Record<string, never>;
    query: {
      limit?: number;
      cursor?: string;
    };
    body: undefined;
    result: {
      items: DocumentItem[];
      next: string | null;
    };
  };
  /** Take in a text and read it */
  "POST /api/documents": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: {
      text: string;
      title?: string;
      outlet?: string;
      author?: string;
      url?: string;
      published?: string;
      lang?: string;
    };
    result: Taken;
  };
  /** Take in files as they are (multipart/form-data): pages, texts, Markdown, JSON Lines */
  "POST /api/documents/files": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: undefined;
    result: Taken[];
  };
  /** A document, its text and its claims */
  "GET /api/documents/{sha256}": {
    path: {
      sha256: string;
    };
    query: Record<string, never>;
    body: undefined;
    result: WholeDocument;
  };
  /** What words of a document can be picked for a field: amounts, times, places and forces, as the reader understands them */
  "GET /api/documents/{sha256}/mentions": {
    path: {
      sha256: string;
    };
    query: Record<string, never>;
    body: undefined;
    result: Mentions;
  };
  /** Take a document back: it stays readable, and its claims no longer count */
  "POST /api/documents/{sha256}/withdrawal": {
    path: {
      sha256: string;
    };
    query: Record<string, never>;
    body: {
      why: string;
    };
    result: EntryRef;
  };
  /** Erase a document for good: only its hash and your reason stay */
  "POST /api/documents/{sha256}/erasure": {
    path: {
      sha256: string;
    };
    query: Record<string, never>;
    body: {
      why: string;
    };
    result: EntryRef;
  };
  /** Fetch a report from the web and read it */
  "POST /api/documents/addresses": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: {
      url: string;
      outlet?: string;
      published?: string;
    };
    result: Taken;
  };
  /** Claims that count, by day */
  "GET /api/claims": {
    path: Record<string, never>;
    query: {
      limit?: number;
      cursor?: string;
      force?: string;
      place?: string;
      review?: "unreviewed" | "accepted" | "corrected" | "rejected";
    };
    body: undefined;
    result: {
      items: ClaimItem[];
      next: string | null;
    };
  };
  /** A claim as it stands */
  "GET /api/claims/{id}": {
    path: {
      id: string;
    };
    query: Record<string, never>;
    body: undefined;
    result: ClaimItem;
  };
  /** Accept, correct, reject or restore a claim */
  "POST /api/claims/{id}/reviews": {
    path: {
      id: string;
    };
    query: Record<string, never>;
    body: {
      verdict: "accept" | "correct" | "reject" | "restore";
      corrections?: string[];
      why?: string | null;
    };
    result: Reviewed;
  };
  /** What was done to a claim, from its reading on */
  "GET /api/claims/{id}/history": {
    path: {
      id: string;
    };
    query: Record<string, never>;
    body: undefined;
    result: HistoryItem[];
  };
  /** Documents and claims that hold words */
  "GET /api/search": {
    path: Record<string, never>;
    query: {
      q: string;
      limit?: number;
    };
    body: undefined;
    result: {
      documents: DocumentItem[];
      claims: ClaimItem[];
    };
  };
  /** Statements, in the order in which they came up */
  "GET /api/statements": {
    path: Record<string, never>;
    query: {
      limit?: number;
      cursor?: string;
      situation?: string;
      asKnown?: string;
    };
    body: undefined;
    result: {
      items: StatementItem[];
      next: string | null;
    };
  };
  /** A statement and all that carries it */
  "GET /api/statements/{id}": {
    path: {
      id: string;
    };
    query: Record<string, never>;
    body: undefined;
    result: WholeStatement;
  };
  /** Say that claims are one statement */
  "POST /api/statements/joins": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: {
      claims: string[];
      why?: string | null;
    };
    result: EntryRef;
  };
  /** Say that claims are separate statements */
  "POST /api/statements/splits": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: {
      claims: string[];
      from?: string[];
      why?: string | null;
    };
    result: Splits;
  };
  /** Sources that somebody has judged */
  "GET /api/sources": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: undefined;
    result: SourceItem[];
  };
  /** Grade a source's reliability */
  "PUT /api/sources/{name}/reliability": {
    path: {
      name: string;
    };
    query: Record<string, never>;
    body: {
      reliability: "A" | "B" | "C" | "D" | "E" | "F";
      why?: string | null;
    };
    result: EntryRef;
  };
  /** Say how a source leans */
  "PUT /api/sources/{name}/leaning": {
    path: {
      name: string;
    };
    query: Record<string, never>;
    body: {
      leaning: "neutral" | "intelligence" | "media" | "overstates" | "understates" | "unknown";
      why?: string | null;
    };
    result: EntryRef;
  };
  /** The ledger's entries, the last one first */
  "GET /api/entries": {
    path: Record<string, never>;
    query: {
      limit?: number;
      cursor?: string;
    };
    body: undefined;
    result: {
      items: EntryItem[];
      next: string | null;
    };
  };
  /** Take entries back by another entry, which can be taken back in its turn */
  "POST /api/entries/undo": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: {
      entries: number[];
      why?: string | null;
    };
    result: Undone;
  };
  /** Server-sent events: `entries` with what was written since, `head` with the number of entries */
  "GET /api/events": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: undefined;
    result: unknown;
  };
  /** Recompute everything: server-sent events `progress` and, at the end, `verdict` */
  "GET /api/verification": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: undefined;
    result: unknown;
  };
  /** The signed head, to be kept elsewhere (C2SP checkpoint) */
  "GET /api/checkpoint": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: undefined;
    result: string;
  };
  /** The whole ledger, signed, to be checked without it (JSON Lines) */
  "GET /api/bundle": {
    path: Record<string, never>;
    query: {
      public?: boolean;
    };
    body: undefined;
    result: unknown;
  };
  /** All claims that count, in a format of the field */
  "GET /api/export/{format}": {
    path: {
      format: "jsonl" | "csv" | "geojson" | "stix" | "claimreview";
    };
    query: {
      asKnown?: string;
      public?: boolean;
    };
    body: undefined;
    result: unknown;
  };
  /** What this desk is, and where its ledger stands */
  "GET /api/about": {
    path: Record<string, never>;
    query: Record<string, never>;
    body: undefined;
    result: About;
  };
}
