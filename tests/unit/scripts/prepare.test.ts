import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closingLine, countOf } from '../../../scripts/lib/count.mjs';
import { alone } from '../../../scripts/lib/lock.mjs';
import { hashOf, LEAST_NODE, pickNode, ROOT } from '../../../scripts/lib/prepare.mjs';
import { Stop } from '../../../scripts/lib/steps.mjs';
import { temporaryFolder } from '../../fixtures/folders.ts';

test.each([
  ['24.0.0', '/usr/bin/node', '/package/node', '/usr/bin/node'],
  ['26.1.0', '/usr/bin/node', '', '/usr/bin/node'],
  ['20.20.2', '/usr/bin/node', '/package/node', '/package/node'],
  ['9.11.2', '/usr/bin/node', '/package/node', '/package/node'],
])('Node %s: the right one is picked', (version, own, packaged, picked) => {
  expect(pickNode(version, own, packaged)).toBe(picked);
});

test('where npm has no Node for this platform, two plain lines say what to do', () => {
  const pick = () => pickNode('20.20.2', '/usr/bin/node', '');
  expect(pick).toThrow(Stop);
  expect(pick).toThrow(
    `Plads needs Node 24 or newer. This is Node 20.20.2, and npm has no Node package for ${process.platform} ${process.arch}.\nInstall Node 24 from https://nodejs.org/ and try again.`,
  );
});

test('what the start programs need of Node is what package.json asks for', () => {
  const { engines, optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(engines.node).toBe(`>=${LEAST_NODE}`);
  expect(Number.parseInt(optionalDependencies.node, 10)).toBeGreaterThanOrEqual(LEAST_NODE);
});

test('a build is made again when a source changes, appears, goes or is renamed', () => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'src', 'deep'), { recursive: true });
  writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'a');
  const hashes = new Set([hashOf(['src'], root)]);
  expect(hashes).toContain(hashOf(['src', 'not-there'], root));
  writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'b');
  hashes.add(hashOf(['src'], root));
  writeFileSync(join(root, 'src', 'b.ts'), '');
  hashes.add(hashOf(['src'], root));
  renameSync(join(root, 'src', 'b.ts'), join(root, 'src', 'c.ts'));
  hashes.add(hashOf(['src'], root));
  expect(hashes.size).toBe(4);
});

test('two starts take turns, and one that fails lets the next one in', async () => {
  const root = temporaryFolder();
  const order: string[] = [];
  const first = alone(root, async () => {
    order.push('first begins');
    await new Promise((resolve) => setTimeout(resolve, 100));
    order.push('first ends');
  });
  await Promise.all([first, alone(root, async () => void order.push('second'))]);
  expect(order).toEqual(['first begins', 'first ends', 'second']);
  await expect(alone(root, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await alone(root, async () => void order.push('third'));
  expect(order.at(-1)).toBe('third');
});

test('the lock of a program that was killed holds nobody up', async () => {
  const root = temporaryFolder();
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { alone } from '${join(ROOT, 'scripts', 'lib', 'lock.mjs')}';
      await alone(process.argv[1], () => { console.log('taken'); return new Promise((done) => setTimeout(done, 60_000)); });`,
      root,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(holder.stdout, 'data');
  holder.kill('SIGKILL');
  await once(holder, 'close');
  let entered = false;
  await alone(root, async () => {
    entered = true;
  });
  expect(entered).toBe(true);
});

test('the closing line adds up what the runners said', () => {
  const folder = temporaryFolder();
  const report = (name: string, content: object) => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  const vitest = report('unit.json', { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 0 });
  const playwright = report('e2e.json', { stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 0 } });
  expect(closingLine([countOf(vitest, 0), countOf(playwright, 1)])).toBe('11 passed, 2 failed, 2 skipped');
  expect(closingLine([countOf(vitest, 1)])).toBe('7 passed, 1 failed, 2 skipped');
  expect(closingLine([countOf(join(folder, 'none.json'), 0)])).toBe('0 passed, 1 failed');
  expect(closingLine([])).toBe('0 passed, 0 failed');
});
