import { spelling } from './fold.ts';

/**
 * Words that say nothing about what is looked for. A search that has others does not insist on them, and descriptions
 * are indexed without them. After npm stopwords-iso (MIT), kept to what is never a name or a task.
 */
const FUNCTION_WORDS = `
  ad af alle at blev blive bliver da de dem den denne der deres det dette dig din dine disse dit dog du efter eller en end
  er et for fra gør ham han hans har havde hende hendes her hos hun hvad hvem hver hvis hvor hvordan i ikke ingen
  ja jeg jer jeres jo kan kun kunne med meget men mens mere mig min mine mit må nej nogen noget nogle nu når og
  også om os på samt se selv sig sin sine sit skal skulle som så sådan til tager var ved vi vil ville vor vores
  være været
  and any are for from has of or our that the their there this to we with you your
`;

/** What everybody here looks for or offers, so that it tells nothing apart beside another word. */
const EVERYWHERE = `
  arbejde arbejdet arbejder arbejdsplads arbejdspladsen arbejdspladser find finde firma firmaer gerne job jobbet jobs
  jobbene ledig ledige ledigt opgave opgaver plads pladser pladsen stilling stillinger søg søge søger søges tilbud
  virksomhed virksomheden virksomheder virksomhederne ønsker
  company companies find job jobs looking near place places work workplace
`;

const functionWords = wordSet(FUNCTION_WORDS);
const everywhere = wordSet(EVERYWHERE);

/** @param word in its spelling (`fold.ts`) */
export const isFunctionWord = (word: string): boolean => functionWords.has(word) || /^[a-z]$/.test(word);

/** Whether a search can do without this word when it has others. @param word in its spelling */
export const isSoft = (word: string): boolean => isFunctionWord(word) || everywhere.has(word);

function wordSet(text: string): Set<string> {
  return new Set(text.split(/\s+/).filter(Boolean).map(spelling));
}
