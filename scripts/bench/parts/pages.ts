import { inTurn } from '../compare.ts';
import { corpusOf } from '../corpus.ts';
import { load, loader } from '../load.ts';
import { nginxProgram, startNginx } from '../nginx.ts';
import { answerFrom, type Portal, startPortal } from '../portal.ts';
import { type Cell, printTable } from '../table.ts';

const FORMS = { plain: {}, brotli: { 'Accept-Encoding': 'br' } };
const SECONDS = 3;

/** A public page that is kept, beside the same bytes from a file. */
export async function benchPages(size: number, rounds: number): Promise<void> {
  const portal = await startPortal(await corpusOf(size));
  const slots = (await answerFrom(portal.port, '/pladser')).body.toString();
  const slot = /href="(\/pladser\/[a-z0-9-]+)"/.exec(slots)?.[1] ?? '/pladser';
  const rows: Cell[][] = [];
  for (const [name, path] of Object.entries({ 'search page': '/pladser', 'slot page': slot, 'home page': '/' })) {
    for (const [form, headers] of Object.entries(FORMS))
      rows.push(...(await compared([name, form], portal, path, headers, rounds)));
  }
  await portal.stop();
  printTable(
    `A kept page beside a file of the same bytes, ${size} organisations, by ${loader}: requests per second, and µs of processor time each`,
    ['page', 'sent', 'bytes', 'Plads', 'nginx, 1 worker', 'ratio', 'Plads, µs', 'nginx, µs', 'ratio'],
    rows,
  );
  if (!nginxProgram) console.log('\nThere is no nginx on the path to compare with: skipped.');
}

async function compared(
  [page, form]: [string, string],
  portal: Portal,
  path: string,
  headers: Record<string, string>,
  rounds: number,
): Promise<Cell[][]> {
  const answer = await answerFrom(portal.port, path, headers);
  const nginx = await startNginx(answer.body);
  const fileTag = nginx ? (await answerFrom(nginx.port, '/page')).etag : '';
  const cpuOfPortal = async () => (await portal.usage()).cpuMs;
  const ours = (tag?: string) => () => rate(portal.port, cpuOfPortal, path, headers, tag);
  const theirs = (tag?: string) => async () =>
    nginx
      ? rate(nginx.port, async () => nginx.cpuMs(), '/page', {}, tag)
      : { perSecond: Number.NaN, cpuUs: Number.NaN };
  const measures = {
    page: ours(),
    file: theirs(),
    unchangedPage: ours(answer.etag),
    unchangedFile: theirs(fileTag),
  };
  // The first round is for the engine to see what is worth compiling.
  await inTurn(1, measures);
  const found = await inTurn(rounds, measures);
  await nginx?.stop();
  const row = (sent: string, bytes: number, one: keyof typeof found, other: keyof typeof found): Cell[] => {
    const [a, b] = [found[one], found[other]];
    const rates = [a.perSecond, b.perSecond, a.perSecond / b.perSecond];
    return [page, sent, bytes, ...rates, a.cpuUs, b.cpuUs, b.cpuUs / a.cpuUs];
  };
  return [row(form, answer.body.length, 'page', 'file'), row('304', 0, 'unchangedPage', 'unchangedFile')];
}

async function rate(
  port: number,
  cpuMs: () => Promise<number>,
  path: string,
  headers: Record<string, string>,
  tag?: string,
) {
  const sent: Record<string, string> = tag ? { ...headers, 'If-None-Match': tag } : headers;
  const { status } = await answerFrom(port, path, sent);
  if (status !== (tag ? 304 : 200)) throw new Error(`${path} answered ${status}`);
  const before = await cpuMs();
  const { perSecond, requests } = await load({ port, paths: [path], headers: sent, seconds: SECONDS });
  return { perSecond, cpuUs: (((await cpuMs()) - before) * 1000) / requests };
}
