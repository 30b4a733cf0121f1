// A WordPress with its own theme, in a folder that is thrown away: PHP's web server, MariaDB without a network, no service.

import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The folder of WordPress itself, as `cargo xtask test` has found or fetched it. */
export const source = process.env.HOJOKIN_WORDPRESS;

const OURS = new URL('wordpress/', import.meta.url).pathname;
const DIST = new URL('../../dist', import.meta.url).pathname;
const PATIENCE = 90_000;

/** Starts it; gives the address of a post with a calculator, and what ends it. */
export async function start() {
  const folder = await mkdtemp(join(tmpdir(), 'hojokin-wordpress-'));
  const running = [];
  const stop = async () => {
    await Promise.all(running.reverse().map(end));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const site = join(folder, 'site');
    await cp(source, site, { recursive: true, verbatimSymlinks: true });
    await cp(join(OURS, 'wp-config.php'), join(site, 'wp-config.php'));
    await cp(DIST, join(site, 'wp-content/uploads/hojokin'), { recursive: true });

    const port = await freePort();
    const socket = join(folder, 'db.sock');
    const env = {
      ...process.env,
      WORDPRESS_SOCKET: socket,
      WORDPRESS_ADDRESS: `http://127.0.0.1:${port}`,
    };
    running.push(run(env, 'mariadbd', database(folder, socket)));
    await until(running[0], () => exec(env, 'php', ['-r', 'new mysqli(null, "root", "", "", 0, getenv("WORDPRESS_SOCKET"));']));
    const post = await exec(env, 'php', [join(OURS, 'install.php'), site]);
    running.push(run(env, 'php', ['-S', `127.0.0.1:${port}`, '-t', site, join(OURS, 'router.php')]));
    await until(running[1], async () => {
      const response = await fetch(post);
      const text = await response.text();
      if (!text.includes('<hojokin-calculator')) {
        throw new Error(`HTTP ${response.status}: ${text.slice(0, 2_000)}`);
      }
    });
    return { post, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => process.exit(1));
}

/** A server for one folder; nobody else can reach its socket, so it needs no tables of who may do what. */
function database(folder, socket) {
  const root = process.getuid() === 0 ? ['--user=root'] : [];
  return ['--no-defaults', ...root, '--skip-grant-tables', '--skip-networking', `--datadir=${folder}`, `--socket=${socket}`,
    `--pid-file=${join(folder, 'db.pid')}`];
}

/** A program that goes on running, with what it says. */
function run(env, program, words) {
  // Not every PATH has the folder of servers.
  const child = spawn(program, words, { env: { ...env, PATH: `${env.PATH}:/usr/sbin` }, stdio: ['ignore', 'pipe', 'pipe'] });
  // A test that is stopped from outside leaves nothing running either.
  process.once('exit', () => child.kill());
  const one = { program, child, said: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => (one.said = (one.said + text).slice(-4_000)));
  }
  one.ended = new Promise((resolve) => child.on('exit', resolve).on('error', (error) => {
    one.said += error.message;
    resolve();
  }));
  return one;
}

async function end({ child, ended }) {
  child.kill();
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}

/** What a program prints. */
async function exec(env, program, words) {
  return (await promisify(execFile)(program, words, { env, timeout: PATIENCE })).stdout;
}

/** Tries until it succeeds, for as long as there is patience and the program runs. */
async function until(one, attempt) {
  const give = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (one.child.exitCode !== null || Date.now() > give) {
        throw new Error(`${one.program} did not come up: ${error.message}\n${one.said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
