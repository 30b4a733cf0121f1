// Types of <hojokin-calculator>. Put `hojokin.d.ts` beside `hojokin.js`, or name it in a `/// <reference path>`.

/** What an event tells. */
export interface HojokinDetail {
  /** Id of the round that is looked at; `null` where all programmes are. */
  edition: string | null;
  /** Version of the calculator. */
  version: string;
  /** What is entered; only with the attribute `emit="values"`. */
  case?: HojokinCase;
  /** What comes of it; only with the attribute `emit="values"`. */
  result?: HojokinResult;
}

/** What did not work. */
export interface HojokinFailure {
  /**
   * `start`: the calculator cannot run here; `load`: a part could not be loaded, the rest goes on; the others: a value of
   * the page means nothing and is left out.
   */
  code: 'start' | 'load' | 'attribute' | 'answers' | 'expenses';
  /** The attribute, fact or category whose value means nothing. */
  name?: string;
}

/** A case as `hojokin estimate` reads it. */
export interface HojokinCase {
  /** Id of the round; all that are open or undated if it is left out. */
  edition?: string;
  /** Day or moment in Japan. */
  as_of: string;
  /** Whether the expenses are entered with consumption tax. */
  tax: 'excluded' | 'included';
  answers: Record<string, string | number | boolean>;
  /** Yen. */
  expenses: Record<string, number>;
}

/** One estimate if a round is looked at, else one for each that is open or undated. */
export type HojokinResult = HojokinEstimate | HojokinEstimate[];

/** What a round grants. */
export interface HojokinEstimate {
  edition: string;
  status: 'open' | 'ended' | 'upcoming' | 'undated';
  frames: (HojokinFrame & (HojokinGrant | HojokinFigures))[];
  /** Ids of the eligible frames with the highest certain grant. */
  best: string[];
}

/** Whether a firm gets a frame (枠), and why. */
export interface HojokinFrame {
  id: string;
  /** In every answering of the open facts, in none, or in some. */
  verdict: 'eligible' | 'ineligible' | 'undetermined';
  /** Ids of the requirements in the way. */
  unmet: string[];
  /** Open facts that can still change the result. */
  unanswered: string[];
  /** Open facts that stand in the way only when they are true. */
  to_confirm: string[];
  /** Categories that were cut, limited or not counted, and other notes by id. */
  warnings: string[];
  /** The working of `grant.high`. */
  steps: HojokinStep[];
}

/** What a frame grants; all amounts in yen. */
export interface HojokinGrant {
  grant: { low: number; high: number };
  /** An exact fraction such as "2/3"; `null` where several apply. */
  rate: string | null;
  cap: number | null;
  floor: number | null;
  /** Expenses that count after the limits on categories. */
  eligible_expenses: number;
  /** `eligible_expenses` less `grant.low`. */
  own_funds: number;
}

/** What a programme without a grant gives instead: figures by id, `null` while an answer is missing or nothing states it. */
export interface HojokinFigures {
  figures: Record<string, number | null>;
}

/** One step of the working; amounts in yen. */
export interface HojokinStep {
  kind:
    | 'band' | 'cap_row' | 'provision' | 'cost_share' | 'cost_limit' | 'share' | 'tier' | 'grant_share' | 'grant_limit'
    | 'cost_part' | 'cap' | 'sum' | 'floor' | 'round_to';
  provision?: string;
  category?: string;
  entered?: number;
  amount: number;
  rate?: string;
  above?: { up_to: number; rate: string };
  of: number;
  limit?: number;
  cite: HojokinCite;
}

/** Where a figure is stated. */
export interface HojokinCite {
  doc: string;
  page?: number;
  lines?: string;
  place?: string;
  /** Only where the figure could not be verified (未確認). */
  verified?: false;
}
