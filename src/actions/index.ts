import { actionsOf } from '#lib/actions.ts';
import { forms } from './forms.ts';

/** Where Astro looks for actions. */
export const server = actionsOf(forms);
