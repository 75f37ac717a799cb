import type { AnyForm } from '#lib/forms.ts';

/** Every form that can be sent, by noun. A form that is not listed here does not exist. */
export const forms = {} satisfies Record<string, Record<string, AnyForm>>;
