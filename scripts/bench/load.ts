import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { quietly } from '../lib/steps.mjs';

export interface Load {
  port: number;
  /** Asked for in turn; each once only where `once` is set. */
  paths: string[];
  headers?: Record<string, string>;
  seconds: number;
  once?: boolean;
}

export interface Rate {
  requests: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

const CONNECTIONS = 24;

/** wrk where the machine has it, because it costs the machine least; the package autocannon everywhere else. */
export const loader = spawnSync('wrk', ['--version']).error ? 'autocannon' : 'wrk';

/** @throws when an answer was an error, or when the paths ran out */
export async function load(given: Load): Promise<Rate> {
  const { failures, ...rate } = loader === 'wrk' ? await byWrk(given) : await byAutocannon(given);
  const { requests } = rate;
  if (failures > 0) throw new Error(`${failures} of ${requests} answers were errors (${given.paths[0]})`);
  if (given.once && requests > given.paths.length)
    throw new Error(`${requests} requests were made, but there are only ${given.paths.length} addresses`);
  return rate;
}

type Measured = Rate & { failures: number };

async function byWrk({ port, paths, headers = {}, seconds }: Load): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'plads-wrk-'));
  const script = join(folder, 'load.lua');
  writeFileSync(join(folder, 'paths'), paths.join('\n'));
  writeFileSync(script, luaFor(join(folder, 'paths'), headers));
  try {
    const args = [
      '-t1',
      `-c${CONNECTIONS}`,
      `-d${seconds}s`,
      '--timeout',
      '30s',
      '-s',
      script,
      `http://127.0.0.1:${port}`,
    ];
    const output = await quietly('wrk', args, {});
    return JSON.parse(output.slice(output.lastIndexOf('{'))) as Measured;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const luaFor = (paths: string, headers: Record<string, string>): string => `
local headers = {${Object.entries(headers).map(([name, value]) => `[${JSON.stringify(name)}] = ${JSON.stringify(value)}`)}}
local requests, at = {}, 0
function init()
  for path in io.lines(${JSON.stringify(paths)}) do
    requests[#requests + 1] = wrk.format("GET", path, headers)
  end
end
function request()
  at = at % #requests + 1
  return requests[at]
end
function done(summary, latency)
  io.write(string.format('\\n{"requests":%d,"failures":%d,"perSecond":%f,"p50Ms":%f,"p99Ms":%f}', summary.requests,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout,
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
`;

async function byAutocannon({ port, paths, headers = {}, seconds }: Load): Promise<Measured> {
  const share = Math.ceil(paths.length / CONNECTIONS);
  let client = 0;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    duration: seconds,
    timeout: 30,
    setupClient(each) {
      const from = (client++ * share) % paths.length;
      each.setRequests(paths.slice(from, from + share).map((path) => ({ path, headers })));
    },
  });
  return {
    requests: result.requests.total,
    failures: result['4xx'] + result['5xx'] + result.errors + result.timeouts,
    perSecond: result.requests.average,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}
