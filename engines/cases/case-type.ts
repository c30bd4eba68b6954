import type { Form, Words } from "#engines/forms";

/** Where a setting comes from and when it was taken from there. */
export type Sourced = { readonly source: Words; readonly asOf: string };

/** How long: by the clock, or in time that offices work, by the official calendar. */
export type Duration = { readonly unit: "minutes" | "hours" | "working-hours" | "days" | "working-days"; readonly count: number };

/** By when a state is to be left. `warnBefore`: when it begins to be urgent. Its length is never invented: it has a source. */
export type Deadline = Sourced & {
  readonly within: Duration;
  readonly warnBefore: Duration | null;
  /** What the clock does when it has passed: the case goes up to the city's officers as well (supervision 督办), or a move is made. */
  readonly then: { readonly kind: "escalate" } | { readonly kind: "move"; readonly move: string };
};

/** Who has to act while a case is in a state. Of a final state nobody has to. */
export type StateOwner = "district-officers" | "city-officers" | "applicant";

/** A place where a case may be. */
export type CaseState = {
  readonly key: string;
  /** For officers: 待核实. */
  readonly name: Words;
  /** For the person who asked, in plain words: what happens now. */
  readonly public: Words;
  readonly owner: StateOwner;
  readonly deadline: Deadline | null;
  /** Nothing more happens; the file is kept until its retention ends. */
  readonly final: boolean;
  /** How it looks: under way, waiting for the person, granted or done, refused. */
  readonly tone: "under-way" | "waiting" | "ok" | "no" | "closed";
};

/** Who may make a move. `another-officer`: none of those who made the moves named in `notBy`. `clock`: the deadline of the state alone. */
export type Mover = "applicant" | "officer" | "another-officer" | "city-officer" | "clock";

/** A way from one state to another. */
export type CaseMove = {
  readonly key: string;
  /** What the button says: 下达拆除令. */
  readonly name: Words;
  /** What the timeline says to the person who asked; null: the new state's words are enough. */
  readonly public: Words | null;
  readonly from: readonly string[];
  readonly to: string;
  readonly by: Mover;
  /** Keys of moves whose makers may not make this one. */
  readonly notBy: readonly string[];
  /** Must words be given; a reason given is shown to the person who asked when `reasonPublic`. */
  readonly reason: "required" | "optional" | "none";
  readonly reasonPublic: boolean;
  /** What the mover is asked. */
  readonly form: Form;
  /** The move can only be made when an earlier answer of the case is one of these. */
  readonly onlyIf: { readonly field: string; readonly is: readonly (string | boolean)[] } | null;
  /** It rests on a record of the matched register (`some`: one must be named), or on there being none (`none`: the officer confirms having looked). */
  readonly match: "some" | "none" | null;
  /** An applicant may contest or appeal only so long after the state was reached; sourced. */
  readonly within: (Sourced & { readonly within: Duration }) | null;
  /** For desks and pages: an applicant's withdrawal, objection to a closure, or appeal to somebody else; null: an ordinary step. */
  readonly kind: "withdraw" | "contest" | "appeal" | null;
};

/** Which records of a register may bear on a case: those whose columns equal its answers, and which are valid on the day. */
export type CaseMatch = {
  readonly register: string;
  readonly on: readonly { readonly field: string; readonly column: string }[];
  /** Columns of days between which a record is valid; null: always. */
  readonly from: string | null;
  readonly to: string | null;
};

/** A kind of request: what is asked, the states it moves through, who acts by when, by which clause. Pack data. */
export type CaseType = {
  readonly key: string;
  readonly name: Words;
  /** One line under the name: whom it is for, what comes of it. */
  readonly about: Words;
  /** `report`: somebody tells of something. `apply`: somebody asks for something. `inner`: officers open it among themselves, residents are not shown it. */
  readonly group: "report" | "apply" | "inner";
  readonly notice: string;
  readonly clause: string;
  readonly duties: readonly string[];
  /** How many of name and telephone are asked of whoever applies. `none`: nobody is asked who they are. */
  readonly contact: "required" | "optional" | "none";
  /** May one person apply for another. */
  readonly proxy: boolean;
  readonly form: Form;
  /** The field of kind `district` that says whose case it is. */
  readonly district: string;
  /** The field shown in lists; never a personal one. */
  readonly title: string;
  readonly match: CaseMatch | null;
  /** Told before the form: what else helps at once (110, 120, a helpline), or what the service does not do. */
  readonly before: Words | null;
  readonly states: readonly CaseState[];
  /** Where every case begins. */
  readonly initial: string;
  readonly moves: readonly CaseMove[];
  /** How many days after its end a file is kept before what is personal in it is erased. */
  readonly retention: Sourced & { readonly days: number };
  /** Do several of them often tell the same thing, so that they may go on as one: never where each is decided for a person. */
  readonly mergeable: boolean;
  /** May the applicant add something, or ask for it to be hurried, while it is open. */
  readonly applicantMay: { readonly supplement: boolean; readonly nudge: boolean };
};
