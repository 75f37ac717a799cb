import * as real from '#domain/slots/search.ts';
import { once } from './once.ts';

export const searchSlots = once(real.searchSlots);
