import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError, readEnvironment } from '#lib/environment.ts';
import { startProgram } from '../../fixtures/programs.ts';

test('nothing set is a portal on this machine with everything it needs', () => {
  const { DATA_DIR, ...rest } = readEnvironment({});
  expect(isAbsolute(DATA_DIR)).toBe(true);
  expect(rest).toMatchObject({
    PORT: 4321,
    HOST: 'localhost',
    DEMO: 'on',
    SITE_URL: 'http://localhost:4321',
    LOG_LEVEL: 'info',
    MUNICIPALITY_CODE: '0350',
  });
  expect(rest.MEILI_URL).toBeUndefined();
});

test('an empty variable counts as one that is not set', () => {
  expect(readEnvironment({ PORT: '', MEILI_URL: ' ', DEMO: '' })).toEqual(readEnvironment({}));
});

test('the public address follows the port, unless it is given', () => {
  expect(readEnvironment({ PORT: '8080' }).SITE_URL).toBe('http://localhost:8080');
  expect(readEnvironment({ PORT: '8080', SITE_URL: 'https://plads.example' }).SITE_URL).toBe('https://plads.example');
});

test.each([
  ['PORT', 'http'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '43.21'],
  ['PORT', '-1'],
  ['PORT', '4321 '],
  ['HOST', 'two words'],
  ['HOST', 'http://localhost'],
  ['DEMO', 'yes'],
  ['SITE_URL', 'plads.example'],
  ['SITE_URL', 'ftp://plads.example'],
  ['MEILI_URL', 'localhost:7700'],
  ['LOG_LEVEL', 'loud'],
  ['MUNICIPALITY_CODE', '350'],
  ['MUNICIPALITY_CODE', 'Lejre'],
  ['MAP_TILE_URL', 'https://tiles.example/map.png'],
])('%s=%s is refused in one line that names it and its value', (name, value) => {
  const read = () => readEnvironment({ [name]: value });
  expect(read).toThrow(EnvironmentError);
  expect(read).toThrow(new RegExp(`^${name} must be [^\\n]+, not "${value.replaceAll(/[.?]/g, '\\$&')}"\\.$`));
});

test('a wrong value ends every program with that line, and nothing else', async () => {
  for (const script of ['setup.ts', 'serve.ts', 'import.ts']) {
    const { status, stdout, stderr } = await startProgram(script, ['--slots', 'x'], { PORT: 'http' }).ended;
    expect([status, stdout, stderr], script).toEqual([
      1,
      '',
      'PORT must be a port number from 1 to 65535, not "http".\n',
    ]);
  }
});
