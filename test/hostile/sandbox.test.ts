import { expect, test } from 'vitest';
import { sandboxOffBecause } from '../../src/render/browser/launch.ts';

const user = { env: {}, uid: 1000, isContainer: false };

test('the sandbox is on for ordinary users, also where users have no numbers', () => {
  expect(sandboxOffBecause(user)).toBeUndefined();
  expect(sandboxOffBecause({ ...user, uid: undefined })).toBeUndefined();
  expect(sandboxOffBecause({ ...user, env: { CHROME_NO_SANDBOX: '0' } })).toBeUndefined();
});

test('it is off for root, in containers, and where somebody says so', () => {
  expect(sandboxOffBecause({ ...user, uid: 0 })).toBe('running as root');
  expect(sandboxOffBecause({ ...user, isContainer: true })).toBe('running in a container');
  expect(sandboxOffBecause({ ...user, env: { CHROME_NO_SANDBOX: '1' } })).toBe('CHROME_NO_SANDBOX=1');
});
