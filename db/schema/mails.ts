import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * E-mails that have to leave, written in the transaction of the verb that asks for them and sent after it. A row goes
 * once its e-mail has been handed over. Points in time are ISO strings in UTC.
 */
export const mails = sqliteTable(
  'mails',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** Whom it goes to and what it says, encrypted (db/secrets.ts): it may carry a link that signs somebody in. */
    sealed: blob({ mode: 'buffer' }).notNull(),
    queuedAt: text().notNull(),
    dueAt: text().notNull(),
    /** When it is of no use any more, and is dropped. */
    useUntil: text(),
    attempts: integer().notNull().default(0),
    /** Taken by a process that sends it; should that one die, another may after this. */
    leasedUntil: text(),
    /** Given up. */
    setAsideAt: text(),
    /** The server's code of the last failure; never its words, which name the address. */
    failure: text(),
  },
  (table) => [index('mails_due').on(table.setAsideAt, table.dueAt)],
);
