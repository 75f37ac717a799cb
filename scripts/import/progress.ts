import { Presets, SingleBar } from 'cli-progress';

/** A bar on a terminal; nothing where the output is a file, which would only fill up with lines. */
export function progressBar(title: string): { update: (done: number, of: number) => void; stop: () => void } {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar(
    { format: `${title} {bar} {percentage} % · {value}/{total}`, stream: process.stderr, hideCursor: true },
    Presets.shades_grey,
  );
  let started = false;
  return {
    update(done, of) {
      if (!started) bar.start(of, 0);
      started = true;
      bar.update(done);
    },
    stop() {
      if (started) bar.stop();
    },
  };
}
