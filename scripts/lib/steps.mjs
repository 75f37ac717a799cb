import { spawn } from 'node:child_process';

/** Longer than this and a step shows that it is alive. */
const PATIENCE_MS = 2000;

/**
 * Runs one step and says how it went in one line. A long one counts its seconds on a terminal, and prints a dot now and
 * then elsewhere.
 *
 * @template Result
 * @param {string} title what is being done: "Installing packages"
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(title, work) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const terminal = process.stdout.isTTY;
  let shown = false;
  const timer = setInterval(() => {
    if (terminal) process.stdout.write(`\r… ${title}, ${seconds()} s `);
    else process.stdout.write(shown ? '.' : `… ${title} `);
    shown = true;
  }, PATIENCE_MS);
  try {
    const result = await work();
    clearInterval(timer);
    if (shown) process.stdout.write(terminal ? '\r\u001B[K' : '\n');
    console.log(`✓ ${title}${seconds() >= 2 ? ` (${seconds()} s)` : ''}`);
    return result;
  } catch (error) {
    clearInterval(timer);
    if (shown) process.stdout.write('\n');
    console.log(`✗ ${title}`);
    throw error;
  }
}

/** What a step found already done. @param {string} words */
export function skipped(words) {
  console.log(`✓ ${words}`);
}

/** An error whose message is all that the reader needs. */
export class Stop extends Error {}

/**
 * Runs a program to its end with its output kept back, and shows that output only where it fails.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<string>}
 */
export function quietly(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout?.on('data', (part) => (output += part));
    child.stderr?.on('data', (part) => (output += part));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Stop(`${output.trim()}\n`))));
  });
}

/**
 * Runs a program that talks to the terminal itself, and hands signals on to it.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} its exit status
 */
export function loudly(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: 'inherit' });
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const handOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, handOn);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const one of signals) process.off(one, handOn);
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
    });
  });
}
