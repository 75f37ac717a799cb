import { MeilisearchApiError, MeilisearchRequestError, MeilisearchRequestTimeOutError, type Task } from 'meilisearch';

const LONGEST_WORDS = 300;

/** A task that the server took on and did not carry out: it changed nothing. */
export class TaskFailed extends Error {
  readonly code: string;

  constructor(task: Task) {
    super(task.error?.message ?? `The task was ${task.status}`);
    this.name = 'TaskFailed';
    this.code = task.error?.code ?? task.status;
  }
}

/** The server took a task on and does not carry it out: with a full disk it tries for as long as that is full. */
export class TaskLate extends Error {}

/**
 * Complaints about what was sent. All others are about the server (no space, too many files, a wrong key …) and hit
 * every document alike. Of a task that failed, `internal` may be either: who sees it has to find out.
 */
const ABOUT_DOCUMENTS =
  /^(?:invalid_document|missing_document|malformed_payload|payload_too_large|max_fields|index_primary_key)/;

export function isAboutDocuments(error: unknown): boolean {
  const code = codeOfTrouble(error) ?? '';
  return ABOUT_DOCUMENTS.test(code) || (error instanceof TaskFailed && code === 'internal');
}

/** The server is well and understands us, and will not answer this one search. */
export function isAboutQuery(error: unknown): boolean {
  return error instanceof MeilisearchApiError && error.response.status === 400;
}

export function codeOfTrouble(error: unknown): string | undefined {
  if (error instanceof TaskFailed) return error.code;
  return error instanceof MeilisearchApiError ? error.cause?.code : undefined;
}

/** In one line that everybody may read: neither keys nor addresses, nor what was searched for. */
export function wordsOfTrouble(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = codeOfTrouble(error);
  if (code) return `${code}: ${error.message}`.slice(0, LONGEST_WORDS);
  if (!(error instanceof MeilisearchRequestError)) return error.message.slice(0, LONGEST_WORDS);
  const { cause } = error;
  if (cause instanceof MeilisearchRequestTimeOutError) return `no answer within ${cause.cause.timeout} ms`;
  const behind = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return `cannot be reached (${(behind as NodeJS.ErrnoException | undefined)?.code ?? 'connection lost'})`;
}
