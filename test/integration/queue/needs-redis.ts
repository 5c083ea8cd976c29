import {spawnSync} from 'node:child_process'

/** @throws {Error} Where there is no Redis: a test that is left out would pass for nothing. */
export default function needsRedis(): void {
  if (spawnSync('redis-server', ['--version']).status !== 0)
    throw new Error('These tests need redis-server: `apt-get install -y redis-server`')
}
