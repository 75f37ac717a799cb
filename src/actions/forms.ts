import type { AnyForm } from '#lib/forms.ts';
import { accounts } from './accounts.ts';
import { members } from './members.ts';
import { sessions } from './sessions.ts';

/** Every form that can be sent, by noun. A form that is not listed here does not exist. */
export const forms = { accounts, members, sessions } satisfies Record<string, Record<string, AnyForm>>;
