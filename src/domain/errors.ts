/**
 * The closed set of what a verb may refuse for. What each means in HTTP and in words is said in one place
 * (src/lib/refusals.ts). Anything else that is thrown is a mistake of ours.
 */
export abstract class Refusal extends Error {}

/** It is not there, or not there for this viewer. */
export class NotFound extends Refusal {}

/** The viewer may not do this. */
export class Forbidden extends Refusal {}

/** It would be right, but not as things stand: taken, ended, changed by somebody else since. */
export class Conflict extends Refusal {
  readonly code: string;
  readonly field: string | undefined;

  /** @param code names a text, `form.problem.…`  @param field the form's field that it is about */
  constructor(code: string, field?: string) {
    super(code);
    this.code = code;
    this.field = field;
  }
}

/** Too often in too short a time: to be tried again later. */
export class TooMany extends Refusal {
  /** Whole minutes until it may be tried again. */
  readonly minutes: number;

  constructor(minutes: number) {
    super(`again in ${minutes} minutes`);
    this.minutes = minutes;
  }
}

/** What was given does not do. @param problems a text's code for each field */
export class Invalid extends Refusal {
  readonly problems: Record<string, string>;

  constructor(problems: Record<string, string>) {
    super(Object.values(problems).join(', '));
    this.problems = problems;
  }
}
